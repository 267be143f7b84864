import type { CaseEvent } from '@yichuang/kernel/case';
import type { DirectoryPost } from './directory.ts';
import type { Told } from './storyteller.ts';

/** A post of nobody's: whoever may administer cases has it on their list. */
const ADMINISTRATORS = 'capability:administer-cases';

interface Names {
  readonly step: (stepId: string) => string;
  readonly posts: ReadonlyMap<string, DirectoryPost>;
}

/** Who held, signed, was asked and took back, in words; inside the offices only. */
export function tellSigning(event: CaseEvent, { step, posts }: Names): Told | undefined {
  const of = (taskId: string): { readonly step: string } => ({
    step: step(taskId.slice(0, taskId.lastIndexOf('#'))),
  });
  switch (event.type) {
    case 'TaskClaimed':
    case 'TaskReleased':
      return { key: event.type, params: of(event.taskId) };
    case 'TaskTransferred':
      return tellTransfer(event, of(event.taskId), posts);
    case 'SignerAdded':
      return {
        key: event.type,
        params: { ...of(event.taskId), name: event.person.name },
        opinion: event.reason,
      };
    case 'OpinionRequested':
      return {
        key: event.type,
        params: { ...of(event.taskId), name: event.person.name },
        opinion: event.question,
      };
    case 'OpinionGiven':
      return { key: event.type, params: of(event.taskId), opinion: event.opinion };
    case 'TaskRecalled': {
      const key = event.undone === 'vote' ? 'TaskRecalled' : 'TransferRecalled';
      return { key, params: of(event.taskId), tone: 'attention' };
    }
    case 'TaskReturned':
      return {
        key: event.type,
        params: of(event.taskId),
        opinion: event.reason,
        tone: 'attention',
      };
    case 'TaskClosed':
      return tellClosed(event, of(event.taskId));
    default:
      return undefined;
  }
}

function tellTransfer(
  { from, to, reason, cause }: Extract<CaseEvent, { type: 'TaskTransferred' }>,
  of: { readonly step: string },
  posts: ReadonlyMap<string, DirectoryPost>,
): Told | undefined {
  // Told as the referral that it belongs to.
  if (cause === 'referred') return undefined;
  if ('post' in to) {
    if (to.post === ADMINISTRATORS) {
      return { key: 'TaskMovedToAdministrators', params: of, tone: 'attention' };
    }
    return { key: 'TaskMoved', params: { ...of, to: posts.get(to.post)?.name ?? to.post } };
  }
  if (cause === 'transferred' && from !== undefined) {
    const params = { ...of, from: from.name, to: to.name };
    return { key: 'TaskTransferred', params, opinion: reason };
  }
  return { key: 'TaskHandedOver', params: { ...of, to: to.name }, opinion: reason };
}

function tellClosed(
  { cause, reason }: Extract<CaseEvent, { type: 'TaskClosed' }>,
  of: { readonly step: string },
): Told | undefined {
  switch (cause) {
    case 'removed':
      return {
        key: 'SignerRemoved',
        params: of,
        ...(reason === undefined ? {} : { opinion: reason }),
      };
    case 'taken-back':
      return { key: 'OpinionTakenBack', params: of };
    case 'timed-out':
      return { key: 'OpinionTimedOut', params: of };
    default:
      return undefined;
  }
}
