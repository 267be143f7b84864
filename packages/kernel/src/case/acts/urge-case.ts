import { openTasks, type TaskState } from '../../flow/index.ts';
import { addMs } from '../../time/index.ts';
import { capacityIn, isParty } from '../capacity.ts';
import { defaultPolicies, type CaseContext } from '../commands.ts';
import { hasCapability, isApplicant } from '../permissions.ts';
import { ownReadings } from '../readings.ts';
import { refuse } from '../refusals.ts';
import { hasEnded, runningProcedures, type CaseState } from '../state.ts';
import type { Act } from './act.ts';

const HOUR_MS = 3_600_000;

/**
 * 催办: a message to those who hold the case, not more often than the interval. Not where nobody is
 * late by his own doing: frozen, in a special procedure, with the applicant, at its end.
 */
export const urgeCase: Act<'UrgeCase'> = {
  type: 'UrgeCase',
  isForTask: false,
  permit(state, context) {
    if (!mayUrge(state, context)) return refuse('not-your-case');
    if (hasEnded(state)) return refuse('case-has-ended', { phase: state.phase });
    if (state.phase === 'correction-pending') return refuse('nobody-to-urge');
    const [running] = runningProcedures(state);
    if (running !== undefined) {
      return refuse('special-procedure-running', { procedure: running.name });
    }
    if (urgedTasks(state, context).length === 0) return refuse('nobody-to-urge');
    const again = nextUrgeAt(state, context);
    return again !== undefined && context.at < again
      ? refuse('urged-recently', { again })
      : undefined;
  },
  perform(p, { message }) {
    const taskIds = urgedTasks(p.state(), p.context).map(({ taskId }) => taskId);
    p.emit({ type: 'CaseUrged', taskIds, message });
  },
};

/** The applicant's side, and staff whose business the case is. */
function mayUrge(state: CaseState, context: CaseContext): boolean {
  if (isApplicant(state, context)) return true;
  const { actor } = context;
  if (actor.kind !== 'staff') return false;
  const hasHeld = Object.values(state.marking.tasks).some(
    ({ posts, holder, closedBy }) =>
      holder?.personId === actor.personId ||
      closedBy?.personId === actor.personId ||
      posts.some((post) => actor.posts.includes(post)),
  );
  return (
    hasHeld ||
    ownReadings(state, context).length > 0 ||
    ['supervise', 'administer-cases', 'file-on-behalf'].some((c) => hasCapability(context, c))
  );
}

/** Open tasks that are not the urger's own: nobody urges himself, but a party has no other say. */
function urgedTasks(state: CaseState, context: CaseContext): TaskState[] {
  const { actor } = context;
  const isOutside = actor.kind !== 'system' && isParty(state, actor.personId);
  return openTasks(state.marking).filter((task) =>
    isOutside ? task.holder?.personId !== actor.personId : capacityIn(task, context) === undefined,
  );
}

/** Per person: that the applicant urged today does not stop the supervisor. */
function nextUrgeAt(state: CaseState, { actor, policies }: CaseContext): string | undefined {
  const personId = actor.kind === 'system' ? '' : actor.personId;
  const last = state.urges?.findLast(({ by }) => by.personId === personId);
  const hours = policies.urgeHours ?? defaultPolicies.urgeHours;
  return last === undefined ? undefined : addMs(last.at, hours * HOUR_MS);
}
