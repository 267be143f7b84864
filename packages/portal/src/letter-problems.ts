/** What each page of writing a letter still lacks; asked again before anything is sent. */
import type { LetterWay } from '@yichuang/contracts';
import { parseMobile } from '@yichuang/kernel/ids';
import {
  mostRepresentatives,
  representativesOf,
  valueOf,
  type LetterDraft,
} from './letter-draft.ts';
import { asksForMail, isMailLike, wishNamed } from './notice-wish.ts';
import type { PageContext } from './page-context.ts';

export const letterSteps = ['say', 'questions', 'sender', 'check'] as const;
export type LetterStep = (typeof letterSteps)[number];

/** Texts by field; an empty record where the page is complete. */
export type LetterProblems = Readonly<Record<string, string>>;

/** In characters, as the forms of the packs have them. */
const shortest = { body: 4, title: 2 };
export const longest = { body: 10_000, title: 60, place: 200, demand: 2000, accusedName: 100 };

export function problemsOf(
  ctx: PageContext,
  step: LetterStep,
  draft: LetterDraft,
  ways: readonly LetterWay[],
): LetterProblems {
  switch (step) {
    case 'say':
      return bodyProblems(ctx, draft);
    case 'questions':
      return questionProblems(ctx, draft, ways);
    case 'sender':
      return senderProblems(ctx, draft);
    case 'check':
      return {};
  }
}

export function wayOf(draft: LetterDraft, ways: readonly LetterWay[]): LetterWay | undefined {
  return ways.find(({ itemCode }) => itemCode === valueOf(draft, 'itemCode'));
}

function bodyProblems({ t }: PageContext, draft: LetterDraft): LetterProblems {
  const { length } = valueOf(draft, 'body');
  if (length === 0) return { body: t('write.body-missing') };
  if (length < shortest.body) return { body: t('write.body-short') };
  return length > longest.body ? { body: t('write.body-long', { n: longest.body }) } : {};
}

function questionProblems(
  { t }: PageContext,
  draft: LetterDraft,
  ways: readonly LetterWay[],
): LetterProblems {
  const { length } = valueOf(draft, 'title');
  const title = { title: t('write.title-length', { least: shortest.title, most: longest.title }) };
  return {
    ...(length < shortest.title || length > longest.title ? title : {}),
    ...(wayOf(draft, ways) === undefined ? { itemCode: t('write.kind-missing') } : {}),
  };
}

function senderProblems({ t }: PageContext, draft: LetterDraft): LetterProblems {
  const manner = valueOf(draft, 'manner');
  const phone = valueOf(draft, 'senderPhone');
  const people = valueOf(draft, 'people');
  const given = representativesOf(draft);
  return {
    ...(manner !== 'account' && manner !== 'quick' ? { manner: t('write.manner-missing') } : {}),
    ...(manner === 'quick' && phone !== '' && !parseMobile(phone).ok
      ? { senderPhone: t('login.phone-wrong') }
      : {}),
    ...(asksForMail(wishNamed(valueOf(draft, 'notices'))) &&
    !isMailLike(valueOf(draft, 'senderMail'))
      ? { senderMail: t('notices.mail-wrong') }
      : {}),
    ...(people !== '' && !/^[1-9]\d{0,5}$/.test(people) ? { people: t('write.people-wrong') } : {}),
    ...(given.length > mostRepresentatives
      ? { representatives: t('write.representatives-many', { n: mostRepresentatives }) }
      : given.some(({ name }) => name === '')
        ? { representatives: t('write.representative-name') }
        : {}),
  };
}
