import type { LetterAssistance, StaffLetterView } from '@yichuang/contracts';
import { missing, type ActSubject, type CommandOf, type Problems } from '../act.ts';

/** 重复: the same sender again; 同类: many senders about one matter. */
export const RELATIONS = ['repeated', 'same-matter'] as const;

export interface LinkTarget {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
}

export interface LinkLetterValues {
  readonly target: LinkTarget | undefined;
  readonly relation: (typeof RELATIONS)[number];
  readonly reason: string;
}

export function linkToForm(): LinkLetterValues {
  return { target: undefined, relation: 'same-matter', reason: '' };
}

/** A suggestion brings its relation and why it was made; both may be changed. */
export function fromDuplicate(
  duplicate: LetterAssistance['duplicates'][number],
  values: LinkLetterValues,
  comma: string,
): LinkLetterValues {
  const { caseId, number, title, relation, why } = duplicate;
  const reason = values.reason.trim() === '' ? why.join(comma) : values.reason;
  return { target: { caseId, number, title }, relation, reason };
}

/** Only called without problems: then there is a letter to link to. */
export function linkToCommand({
  target,
  relation,
  reason,
}: LinkLetterValues): CommandOf<'LinkLetter'> {
  return { type: 'LinkLetter', caseId: target?.caseId ?? '', relation, reason: reason.trim() };
}

export function linkProblemsOf({ target, reason }: LinkLetterValues): Problems {
  return {
    ...missing(target === undefined, 'target', 'act.LinkLetter.missing'),
    ...missing(reason.trim() === '', 'reason', 'act.reasonMissing'),
  };
}

export interface UnlinkLetterValues {
  readonly linkId: string;
  readonly reason: string;
}

/** Links that still stand. */
export function standingLinks({ view }: ActSubject): StaffLetterView['links'] {
  return (view.letter?.links ?? []).filter(({ undoneAt }) => undoneAt === undefined);
}

export function unlinkToForm(subject: ActSubject): UnlinkLetterValues {
  return { linkId: standingLinks(subject)[0]?.linkId ?? '', reason: '' };
}

export function unlinkToCommand({ linkId, reason }: UnlinkLetterValues): CommandOf<'UnlinkLetter'> {
  return { type: 'UnlinkLetter', linkId, reason: reason.trim() };
}

export function unlinkProblemsOf({ reason }: UnlinkLetterValues): Problems {
  return missing(reason.trim() === '', 'reason', 'act.reasonMissing');
}
