/** An order while it is written: texts of its boxes, to the body that is sent. Pure. */
import type { OrderBody, OrderSource, OrderStart } from '@yichuang/contracts';
import type { TextKey, TextParams } from '../texts/locale.ts';

export interface OrderDraft {
  readonly unit: string;
  readonly source: OrderSource | '';
  readonly subject: string;
  readonly content: string;
  readonly demand: string;
  readonly basis: string;
  readonly days: string;
  readonly person: string;
  readonly notes: string;
}

/** What stays as it came: the cases and hits that the order is about. */
export type OrderAbout = Pick<OrderBody, 'caseIds' | 'hitIds' | 'ruleId' | 'ruleVersion'>;

export function toDraft({ draft }: OrderStart): OrderDraft {
  return {
    unit: draft.unit ?? '',
    source: draft.source ?? '',
    subject: draft.subject ?? '',
    content: draft.content ?? '',
    demand: draft.demand ?? '',
    basis: draft.basis ?? '',
    days: String(draft.feedbackDays ?? ''),
    person: draft.person ?? '',
    notes: '',
  };
}

/** As `WhatIsWrong` by the name of the box; empty when it can be sent. */
export type OrderProblems = Readonly<
  Partial<Record<keyof OrderDraft, { readonly key: TextKey; readonly params?: TextParams }>>
>;

const REQUIRED = {
  unit: 'orders.unit',
  source: 'orders.source',
  subject: 'orders.subject',
  content: 'orders.content',
  demand: 'orders.demand',
  basis: 'orders.basis',
} as const satisfies Partial<Record<keyof OrderDraft, TextKey>>;

/** `titleOf` says a box's name in the reader's language. */
export function orderProblems(draft: OrderDraft, titleOf: (key: TextKey) => string): OrderProblems {
  const missing = Object.entries(REQUIRED)
    .filter(([field]) => draft[field as keyof typeof REQUIRED].trim().length < 2)
    .map(([field, title]) => {
      const problem = { key: 'orders.missing', params: { title: titleOf(title) } } as const;
      return [field, problem] as const;
    });
  const isDays = /^([1-9]|[12]\d|30)$/u.test(draft.days.trim());
  return {
    ...Object.fromEntries(missing),
    ...(isDays ? {} : { days: { key: 'orders.daysWrong' } }),
  };
}

/** Of a draft without problems. */
export function toOrder(draft: OrderDraft, about: OrderAbout): OrderBody {
  const { days, person, notes, source, ...texts } = draft;
  if (source === '') throw new Error('a draft without problems has a source');
  const said = Object.entries({ person, notes }).filter(([, text]) => text.trim() !== '');
  const trimmed = Object.entries(texts).map(([field, text]) => [field, text.trim()]);
  return {
    ...(Object.fromEntries(trimmed) as typeof texts),
    ...Object.fromEntries(said),
    source,
    feedbackDays: Number(days),
    ...about,
  };
}
