/** The designer's sentences: what nodes, branches and conditions say, in the reader's language. */
import type { DesignDraftView } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import { roleAddress } from '@yichuang/kernel/case';
import type { Branch, FlowNode, StepNode } from '@yichuang/kernel/flow';
import { formatDay } from '../format/format-day.ts';
import { showValue, titleOf } from '../form/field-words.ts';
import type { Locale, Translate } from '../texts/locale.ts';
import {
  needsValue,
  readCondition,
  type ConditionField,
  type ConditionRow,
} from './model/condition.ts';
import { conditionFields } from './model/condition-fields.ts';
import type { SplitNode } from './model/lane.ts';
import type { Lifecycle } from './model/new-node.ts';

export interface DesignWords {
  readonly t: Translate;
  readonly locale: Locale;
  readonly fields: readonly ConditionField[];
  readonly post: (id: string) => string;
  readonly item: (code: string) => string;
  readonly template: (id: string) => string;
}

export function designWords(
  view: Pick<DesignDraftView, 'posts' | 'items' | 'templates'>,
  item: ItemDefinition,
  t: Translate,
  locale: Locale,
): DesignWords {
  const posts = new Map(view.posts.map((post) => [post.id, post]));
  const items = new Map(view.items.map(({ code, name }) => [code, name]));
  const templates = new Map(view.templates.map(({ id, name }) => [id, name]));
  return {
    t,
    locale,
    fields: conditionFields(item, t, locale),
    post: (id) => {
      const found = posts.get(id);
      if (found !== undefined) return t('designer.post', { org: found.orgName, post: found.name });
      // A unit that the form asks for since a moment ago: the server has not listed its posts yet.
      const role = roleAddress(id);
      const field = item.form?.schema.properties[role?.field ?? ''];
      if (role === undefined || field === undefined) return id;
      const name = posts.get(`@${role.role}`)?.name ?? role.role;
      return t('designer.roleThere', { role: name, field: titleOf(field, locale) });
    },
    item: (code) => items.get(code) ?? code,
    template: (id) => templates.get(id) ?? id,
  };
}

export function nodeTitle(node: FlowNode, locale: Locale): string {
  return locale === 'en' ? (node.nameEn ?? node.name) : node.name;
}

/** What a step is there for; in an office every step approves. */
export function dutyWord(duty: StepNode['duty'], lifecycle: Lifecycle, t: Translate): string {
  return lifecycle === 'internal' && duty === 'task'
    ? t('designer.dutyInternal')
    : t(`designer.duty.${duty}`);
}

/** What kind of thing a node is, in two to four characters. */
export function kickerOf(node: FlowNode, lifecycle: Lifecycle, t: Translate): string {
  if (node.kind === 'step') return capital(dutyWord(node.duty, lifecycle, t));
  if (node.kind === 'automatic') return t(`designer.does.${node.does.action}`);
  if (node.kind === 'wait') return t(`designer.until.${node.until}`);
  return t(`designer.kind.${node.kind}`);
}

/** The words of sentences are small; alone they begin with a capital. Chinese has none. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Who, how they agree and by when; '' where nothing has been said yet. */
export function summaryOf(node: FlowNode, words: DesignWords): string[] {
  const { t } = words;
  switch (node.kind) {
    case 'step':
      return stepSummary(node, words);
    case 'subcases': {
      const names = node.parts.map(({ itemCode, name }) => name ?? words.item(itemCode));
      return names.length === 0 ? [t('designer.noParts')] : names;
    }
    case 'automatic':
      if (node.does.action === 'copy') return [who(node.does.posts, words)];
      return node.does.action === 'issue-document' ? [words.template(node.does.template)] : [];
    case 'wait':
      if (node.until === 'time' && node.limit !== undefined) return [spanOf(node.limit, t)];
      return node.until === 'message' ? [node.messageName ?? ''] : [];
    case 'sequence':
    case 'choice':
    case 'parallel':
      return [];
  }
}

function stepSummary(step: StepNode, words: DesignWords): string[] {
  const { t } = words;
  if (step.duty === 'filing') return [t('designer.byApplicant')];
  const people =
    step.posts.length > 1
      ? t('designer.whoHow', {
          who: who(step.posts, words),
          how: t(`designer.agreement.${step.agreement.rule}`),
        })
      : who(step.posts, words);
  return step.limit === undefined ? [people] : [people, spanOf(step.limit, t)];
}

function who(posts: readonly string[], { t, post }: DesignWords): string {
  return posts.length === 0 ? t('designer.nobodyYet') : posts.map(post).join(t('list.comma'));
}

export function spanOf(
  { amount, unit }: { readonly amount: number; readonly unit: 'WD' | 'CD' },
  t: Translate,
): string {
  return amount === 1 ? t(`designer.one.${unit}`) : t(`days.${unit}`, { n: amount });
}

/** When a branch is taken. */
export function branchWords(split: SplitNode, branch: Branch, words: DesignWords): string {
  const { t } = words;
  if (branch.when !== undefined)
    return t('designer.if', { condition: conditionWords(branch.when, words) });
  return t(split.kind === 'choice' ? 'designer.otherwise' : 'designer.always');
}

export function conditionWords(feel: string, words: DesignWords): string {
  const { t, fields } = words;
  if (feel.trim() === '') return t('designer.conditionMissing');
  const condition = readCondition(feel, fields);
  if (condition === undefined) return t('designer.conditionRaw', { feel });
  return condition.rows
    .map((row) => rowWords(row, words))
    .join(t(condition.join === 'and' ? 'designer.and' : 'designer.or'));
}

function rowWords(row: ConditionRow, words: DesignWords): string {
  const { t, fields } = words;
  const field = fields.find(({ name }) => name === row.field);
  const comparison = t(`designer.comparison.${row.comparison}`);
  const title = field?.title ?? row.field;
  if (!needsValue(row.comparison)) return t('designer.rowBare', { field: title, comparison });
  const values = row.values.map((value) => valueWords(field, value, words));
  return t('designer.row', { field: title, comparison, value: values.join(t('list.comma')) });
}

function valueWords(field: ConditionField | undefined, value: string, words: DesignWords): string {
  const { t, locale } = words;
  switch (field?.kind) {
    case 'yes-no':
      return t(value === 'true' ? 'form.yes' : 'form.no');
    case 'date':
      return formatDay(value, locale);
    case 'choice':
      return field.options?.find((option) => option.value === value)?.title ?? value;
    case 'number': {
      const { unit } = field;
      const schema = { type: 'number', title: '' } as const;
      const measured = unit === undefined ? schema : { ...schema, 'x-unit': unit };
      return showValue(measured, Number(value), words);
    }
    case 'text':
    case undefined:
      return t('designer.quoted', { value });
  }
}
