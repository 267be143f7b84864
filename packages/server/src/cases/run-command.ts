import {
  decide,
  refuse,
  type Actor,
  type CaseContext,
  type Command,
  type Refusal,
} from '@yichuang/kernel/case';
import { contextOf } from './case-context.ts';
import type { CaseDeps } from './case-deps.ts';
import type { CaseStore, CommandAnswer } from './case-store.ts';
import { firstFollowed } from './followed-events.ts';
import { stepOf } from '@yichuang/kernel/flow';
import { Conflict } from '../platform/operating-error.ts';

export type CommandOutcome =
  | { readonly ok: true; readonly answer: CommandAnswer; readonly isRepeat: boolean }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** More losers than this at one case in one instant are told to read again. */
const MOST_ATTEMPTS = 8;

/**
 * One command on a running case: read, decide, write, guarded by the version. Who loses a race
 * decides again on what the winner left, and so gets a refusal that names the winner.
 * @throws Conflict when the case keeps moving, or the key was used for another case
 */
export async function runCommand(
  deps: CaseDeps,
  store: CaseStore,
  input: {
    readonly caseId: string;
    readonly command: Exclude<Command, { readonly type: 'ReceiveCase' }>;
    readonly actor: Actor;
    readonly idempotencyKey?: string;
    /** Keys of `case_reader`, one of which must be able to see the case; not given: anybody. */
    readonly readers?: readonly string[];
  },
): Promise<CommandOutcome> {
  const { caseId, command, actor, idempotencyKey, readers } = input;
  const personId = actor.kind === 'system' ? 'system' : actor.personId;
  const question = {
    ...(readers === undefined ? {} : { readers }),
    ...(idempotencyKey === undefined ? {} : { repeated: { personId, key: idempotencyKey } }),
  };
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const found = await store.find(caseId, question);
    if (found === undefined) return { ok: false, refusals: [refuse('not-your-case')] };
    if (found.answered !== undefined) {
      // The answer of another case would say "done" of an act that was not done here.
      if (found.answered.caseId !== caseId) throw new Conflict('the key belongs to another case');
      return { ok: true, answer: found.answered, isRepeat: true };
    }
    const item = await deps.findItem(found.state.itemCode, found.state.itemVersion);
    if (item === undefined) throw new Error(`item ${found.state.itemCode} is gone`);
    const context = {
      ...contextOf(deps, actor, item, await deps.directory.staff()),
      ...(await nextItemOf(deps, item.code, command)),
    };
    const outcome = decide(found.state, command, context);
    if (!outcome.ok) return outcome;
    const { state: after, events } = outcome;
    const answer = { caseId, version: after.version, phase: after.phase };
    if (events.length === 0) return { ok: true, answer, isRepeat: false };
    const written = await store.write({
      caseId,
      before: found.state,
      after,
      events,
      headHash: found.headHash,
      passwordHash: found.passwordHash,
      context,
      act: command.type,
      stepName: stepNameOf(command, found.state.marking.tasks, item),
      personId,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
    if (written === 'written') {
      if (firstFollowed(events) !== undefined) deps.jobs.wake();
      return { ok: true, answer, isRepeat: false };
    }
  }
  throw new Conflict(`case ${caseId} moved ${MOST_ATTEMPTS} times`);
}

/** The version that a case is to be moved to; every other command knows only its own. */
export async function nextItemOf(
  deps: Pick<CaseDeps, 'findItem'>,
  code: string,
  command: Command,
): Promise<Pick<CaseContext, 'nextItem'>> {
  if (command.type !== 'RebaseCase') return {};
  const nextItem = await deps.findItem(code, command.toVersion);
  return nextItem === undefined ? {} : { nextItem };
}

function stepNameOf(
  command: Command,
  tasks: Readonly<Record<string, { readonly stepId: string }>>,
  item: { readonly flow?: Parameters<typeof stepOf>[0] },
): string {
  if (!('taskId' in command) || item.flow === undefined) return '';
  const stepId = tasks[command.taskId]?.stepId;
  return stepId === undefined ? '' : stepOf(item.flow, stepId).name;
}
