/**
 * Which members of staff are told of an event, and what. Whoever loses a task is told why, whoever
 * gets one by name is told at once; what comes to a post is on its holders' lists.
 */
import type { Recorded } from '@yichuang/kernel/case';
import type { TaskState } from '@yichuang/kernel/flow';
import { senderWord } from '../cases/index.ts';
import { letterStaffNotices } from './letter-staff-notices.ts';
import type { StaffNotice, StaffNoticeFacts } from './staff-notice.ts';

export function staffNoticesOf(recorded: Recorded, facts: StaffNoticeFacts): StaffNotice[] {
  const { event, by } = recorded;
  const { state, stepName, holdersOf } = facts;
  // Who wrote a letter is not for everybody who works on it.
  const author = state.letter !== undefined && by.kind === 'applicant' ? senderWord() : by.name;
  const base = { item: state.itemName, number: state.number, by: author };
  const taskOf = (taskId: string): TaskState | undefined => state.marking.tasks[taskId];
  const about = (taskId: string) => ({
    ...base,
    step: stepName(taskOf(taskId)?.stepId ?? ''),
  });
  switch (event.type) {
    case 'TaskTransferred':
      if ('post' in event.to) return [];
      return [
        {
          template: 'staff-task-transferred',
          personId: event.to.personId,
          params: { ...about(event.taskId), reason: event.reason },
        },
      ];
    case 'SignerAdded':
      return [
        {
          template: 'staff-signer-added',
          personId: event.person.personId,
          params: { ...about(event.taskId), reason: event.reason },
        },
      ];
    case 'OpinionRequested':
      return [
        {
          template: 'staff-opinion-requested',
          personId: event.person.personId,
          params: { ...about(event.forTask), question: event.question },
        },
      ];
    case 'TaskClosed': {
      const { holder } = taskOf(event.taskId) ?? {};
      // Who did it knows; and a task that closes because somebody else signed asked for nothing.
      if (holder === undefined || holder.personId === by.personId) return [];
      return [
        {
          template: `staff-task-${goneBecause(event.cause)}`,
          personId: holder.personId,
          params: about(event.taskId),
        },
      ];
    }
    case 'CaseUrged': {
      const people = event.taskIds.flatMap((taskId) => {
        const task = taskOf(taskId);
        if (task === undefined) return [];
        const who = task.holder === undefined ? task.posts.flatMap(holdersOf) : [task.holder];
        return who.map(({ personId }) => ({ personId, taskId }));
      });
      const first = new Map(people.map(({ personId, taskId }) => [personId, taskId]));
      return [...first].map(([personId, taskId]) => ({
        template: 'staff-urged',
        personId,
        params: { ...about(taskId), message: event.message },
      }));
    }
    default:
      return letterStaffNotices(recorded, facts);
  }
}

type Gone = 'recalled' | 'returned' | 'removed' | 'ended' | 'decided';

function goneBecause(cause: Extract<Recorded['event'], { type: 'TaskClosed' }>['cause']): Gone {
  switch (cause) {
    case 'recalled':
    case 'taken-back':
      return 'recalled';
    case 'returned':
    case 'sister-branch-cancelled':
    case 'jumped':
      return 'returned';
    case 'removed':
      return 'removed';
    case 'case-ended':
      return 'ended';
    case 'skipped-by-rule':
    case 'decided-by-other':
    case 'timed-out':
      return 'decided';
  }
}
