/** 终审: whether a draft says nothing of the matter, with the words that make one think so. */
import type { AnswerFinding, CaseState } from '@yichuang/kernel/case';
import { textAt } from '../cases/index.ts';
import { checkReply } from '../insight/index.ts';

export interface AnswerVerdict {
  readonly isEmpty: boolean;
  readonly findings: readonly AnswerFinding[];
}

export function checkAnswer(
  state: CaseState,
  { result, facts = '' }: { readonly result: string; readonly facts?: string | undefined },
): AnswerVerdict {
  const { isEmpty, findings } = checkReply({
    letter: letterText(state),
    reply: answerText({ result, facts }),
    earlierReplies: (state.letter?.answers ?? []).map(answerText),
  });
  return { isEmpty, findings: findings.map(({ code, quote }) => ({ code, quote })) };
}

export function letterText(state: CaseState): string {
  return [textAt(state, 'title') ?? '', textAt(state, 'body') ?? ''].join('\n').trim();
}

export function answerText({
  result,
  facts = '',
}: {
  readonly result: string;
  readonly facts?: string | undefined;
}): string {
  return [facts, result].join('\n').trim();
}
