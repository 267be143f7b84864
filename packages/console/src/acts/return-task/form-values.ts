import { isFlagged } from '../../letters/letter-state.ts';
import { missing, taskOf, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export interface ReturnTaskValues {
  readonly toStep: string;
  readonly then: 'walk-again' | 'straight-back';
  readonly reason: string;
}

/**
 * The nearest earlier step is what is meant most often; an answer that will not do goes back to
 * where answers are written, with what was found.
 */
export function toForm(subject: ActSubject): ReturnTaskValues {
  const targets = subject.allowed.targets ?? [];
  const answered = targets.find(({ stepId }) => stepId === subject.item?.letter?.answerStep);
  const toStep = (answered ?? targets.at(-1))?.stepId ?? '';
  return { toStep, then: 'walk-again', reason: foundIn(subject) };
}

function foundIn({ view }: ActSubject): string {
  const letter = view.letter;
  if (!isFlagged(letter)) return '';
  return (letter?.draft?.findings ?? []).map(({ text }) => text).join('\n');
}

export function canComeStraightBack(values: ReturnTaskValues, subject: ActSubject): boolean {
  const target = subject.allowed.targets?.find(({ stepId }) => stepId === values.toStep);
  return target?.straightBack ?? false;
}

export function toCommand(values: ReturnTaskValues, subject: ActSubject): CommandOf<'ReturnTask'> {
  return {
    type: 'ReturnTask',
    taskId: taskOf(subject),
    toStep: values.toStep,
    // The target may have been changed after "straight back" was chosen.
    then: canComeStraightBack(values, subject) ? values.then : 'walk-again',
    reason: values.reason.trim(),
  };
}

export function problemsOf(values: ReturnTaskValues): Problems {
  return {
    ...missing(values.toStep === '', 'toStep', 'act.ReturnTask.targetMissing'),
    ...missing(values.reason.trim() === '', 'reason', 'act.reasonMissing'),
  };
}
