import {
  decide,
  type CaseContext,
  type CaseState,
  type CommandOf,
  type Outcome,
} from '@yichuang/kernel/case';
import { civilDate } from '@yichuang/kernel/time';
import { ConstraintViolation } from '../platform/operating-error.ts';
import type { CaseDeps } from './case-deps.ts';
import { nextCaseNumber } from './case-number.pg.ts';
import type { CaseStore } from './case-store.ts';
import { queryPassword } from './query-password.ts';

export type ReceivingOutcome =
  { readonly ok: true; readonly state: CaseState } | Extract<Outcome, { readonly ok: false }>;

/**
 * A new case: decided, numbered, written. Its id must follow from what it comes from (a draft, an
 * order, a key: `derivedCaseId`), for of two that come at once with the same id the first is the
 * case and the second finds it.
 *
 * @param context of the item that it is a case of, at the instant it is received
 * @param personId who receives it, or `system`
 * @throws an operating error when the database cannot be written
 */
export async function receiveNewCase(
  deps: Pick<CaseDeps, 'tenantId' | 'db' | 'secrets' | 'jobs' | 'isTrial'> & {
    readonly cases: CaseStore;
  },
  command: Omit<CommandOf<'ReceiveCase'>, 'number'>,
  context: CaseContext,
  personId: string,
): Promise<ReceivingOutcome> {
  const { caseId } = command;
  // Asked first without a number: what is refused must not leave a hole in the series.
  const asked = decide(undefined, { ...command, number: '' }, context);
  if (!asked.ok) return asked;
  const number = await nextCaseNumber(deps, civilDate(context.at));
  const outcome = decide(undefined, { ...command, number }, context);
  if (!outcome.ok) return outcome;
  try {
    await deps.cases.write({
      caseId,
      before: undefined,
      after: outcome.state,
      events: outcome.events,
      headHash: null,
      passwordHash: queryPassword(deps.secrets, deps.tenantId, caseId).hash,
      context,
      act: 'ReceiveCase',
      stepName: '',
      personId,
    });
  } catch (error) {
    const isSecond = error instanceof ConstraintViolation && error.constraint === 'cases_pkey';
    const first = isSecond ? await deps.cases.find(caseId) : undefined;
    if (first === undefined) throw error;
    return { ok: true, state: first.state };
  }
  deps.jobs.wake();
  return { ok: true, state: outcome.state };
}
