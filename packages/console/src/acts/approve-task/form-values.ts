import type { Translate } from '../../texts/locale.ts';
import { taskOf, type ActSubject, type CommandOf } from '../act.ts';

export interface ApproveTaskValues {
  readonly opinion: string;
}

/** The opinion begins as "同意。", so that approving takes one tap and no opinion is empty. */
export function toForm(_subject: ActSubject, t: Translate): ApproveTaskValues {
  return { opinion: t('act.ApproveTask.default') };
}

export function toCommand(
  values: ApproveTaskValues,
  subject: ActSubject,
): CommandOf<'ApproveTask'> {
  return { type: 'ApproveTask', taskId: taskOf(subject), opinion: values.opinion.trim() };
}
