import type { LetterResult } from '@yichuang/kernel/case';
import type { LegalBasis } from '@yichuang/kernel/time';
import type { Translate } from '../../texts/locale.ts';
import { missing, taskOf, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export interface DraftAnswerValues {
  readonly thanks: string;
  readonly result: string;
  readonly facts: string;
  readonly basis: readonly LegalBasis[];
  /** A law that is being typed: it counts once it has its article. */
  readonly law: string;
  readonly article: string;
  readonly outcome: LetterResult | undefined;
  readonly officerName: string;
  readonly officerPhone: string;
}

/** What was sent back to be done again is not typed again. */
export function toForm({ view }: ActSubject, t: Translate): DraftAnswerValues {
  const draft = view.letter?.draft;
  return {
    thanks: draft?.thanks ?? t('act.DraftAnswer.thanksDefault'),
    result: draft?.result ?? '',
    facts: draft?.facts ?? '',
    basis: draft?.basis ?? [],
    law: '',
    article: '',
    outcome: draft?.outcome,
    officerName: draft?.officerName ?? '',
    officerPhone: draft?.officerPhone ?? '',
  };
}

export function toCommand(
  values: DraftAnswerValues,
  subject: ActSubject,
): CommandOf<'DraftAnswer'> {
  const basis = allBasis(values);
  const facts = values.facts.trim();
  const { outcome } = values;
  return {
    type: 'DraftAnswer',
    taskId: taskOf(subject),
    answer: {
      thanks: values.thanks.trim(),
      result: values.result.trim(),
      ...(facts === '' ? {} : { facts }),
      ...(basis.length === 0 ? {} : { basis: [...basis] }),
      ...(outcome === undefined ? {} : { outcome }),
      officerName: values.officerName.trim(),
      officerPhone: values.officerPhone.trim(),
    },
  };
}

export function allBasis({ basis, law, article }: DraftAnswerValues): readonly LegalBasis[] {
  const typed = { law: law.trim(), article: article.trim() };
  return typed.law === '' || typed.article === '' ? basis : [...basis, typed];
}

/** Results to choose from; none where a plain answer is all that is asked. */
export function resultsOf({ view }: ActSubject): readonly LetterResult[] {
  return view.letter?.results ?? [];
}

/**
 * @basis 信访工作条例 第三十二条: 出具信访处理意见书，应当载明信访人投诉请求、事实和理由、处理意见及其法律法规依据。
 */
export function problemsOf(values: DraftAnswerValues, subject: ActSubject): Problems {
  const { outcome } = values;
  const isDecided = resultsOf(subject).length > 0;
  // What both sides agreed to rests on their agreement; every other result names fact and law.
  const isReasoned = isDecided && outcome !== undefined && outcome !== 'mediated';
  const isEmpty = (text: string) => text.trim() === '';
  return {
    ...missing(isEmpty(values.result), 'result', 'act.DraftAnswer.resultMissing'),
    ...missing(isDecided && outcome === undefined, 'outcome', 'act.DraftAnswer.outcomeMissing'),
    ...missing(isReasoned && isEmpty(values.facts), 'facts', 'act.DraftAnswer.factsMissing'),
    ...missing(isReasoned && allBasis(values).length === 0, 'basis', 'act.basisMissing'),
    ...missing(isEmpty(values.officerName), 'officerName', 'act.DraftAnswer.nameMissing'),
    ...missing(isEmpty(values.officerPhone), 'officerPhone', 'act.DraftAnswer.phoneMissing'),
  };
}
