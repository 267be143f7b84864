import { isFlagged } from '../../letters/letter-state.ts';
import { isOrder } from '../../orders/order-case.ts';
import type { Translate } from '../../texts/locale.ts';
import { dutyOf, missing, taskOf, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export interface ApproveTaskValues {
  readonly opinion: string;
}

/**
 * The opinion begins as "同意。", so that approving takes one tap and no opinion is empty; a flagged
 * answer passes only with words of its own.
 */
export function toForm(subject: ActSubject, t: Translate): ApproveTaskValues {
  const isOwnWords = needsWords(subject) || (isOrder(subject.view) && !isReview(subject));
  return { opinion: isOwnWords ? '' : t('act.ApproveTask.default') };
}

export function toCommand(
  values: ApproveTaskValues,
  subject: ActSubject,
): CommandOf<'ApproveTask'> {
  return { type: 'ApproveTask', taskId: taskOf(subject), opinion: values.opinion.trim() };
}

export function problemsOf({ opinion }: ApproveTaskValues, subject: ActSubject): Problems {
  const isSilent = needsWords(subject) && opinion.trim() === '';
  return missing(isSilent, 'opinion', 'act.ApproveTask.flaggedMissing');
}

/** Of an order only its review is agreed to; the other steps have words of their own. */
function isReview({ view, allowed }: ActSubject): boolean {
  return view.tasks.find(({ taskId }) => taskId === allowed.taskId)?.stepId === 'review';
}

/** 终审: an answer that was found to say nothing. */
export function needsWords(subject: ActSubject): boolean {
  return dutyOf(subject) === 'decision' && isFlagged(subject.view.letter);
}
