/** The three answers of a card as commands. Pure. */
import type { CaseView, StaffCommand } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import { stepOf } from '@yichuang/kernel/flow';

export type CardVerb = 'approve' | 'return' | 'reject';

/** The reader's own open task, in which all three answers are given. */
export function cardTask(view: CaseView): CaseView['tasks'][number] | undefined {
  return view.tasks.find(({ isMine }) => isMine);
}

/** Undefined where the server does not allow it now. */
export function commandOf(verb: CardVerb, view: CaseView, words: string): StaffCommand | undefined {
  const allowed = (act: string) => view.allowed.find((each) => each.act === act);
  if (verb === 'approve') {
    const taskId = allowed('ApproveTask')?.taskId;
    return taskId === undefined ? undefined : { type: 'ApproveTask', taskId, opinion: words };
  }
  if (verb === 'reject') {
    const taskId = allowed('RejectTask')?.taskId;
    return taskId === undefined ? undefined : { type: 'RejectTask', taskId, opinion: words };
  }
  const back = allowed('ReturnTask');
  // To the applicant, where that is possible: the first step that may be returned to.
  const [target] = back?.targets ?? [];
  if (back?.taskId === undefined || target === undefined) return undefined;
  return {
    type: 'ReturnTask',
    taskId: back.taskId,
    toStep: target.stepId,
    then: 'walk-again',
    reason: words,
  };
}

/** A return and a reject say why; an approval does where its step asks for words. */
export function needsWords(
  verb: CardVerb,
  item: ItemDefinition,
  stepId: string | undefined,
): boolean {
  if (verb !== 'approve') return true;
  if (item.flow === undefined || stepId === undefined) return false;
  return stepOf(item.flow, stepId).opinion === 'required';
}
