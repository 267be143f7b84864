import { admitTracking, refuseCase, type StoredCase } from '../cases/index.ts';
import type { LetterDeps, Outcome } from './letter-deps.ts';

/** By number and query password: whoever holds them, from wherever. */
export interface KeyAccess {
  readonly number: string;
  readonly password: string;
  /** Of who confirmed by phone; see `confirmSender`. */
  readonly confirmation?: string | undefined;
  readonly ip: string;
  /** The browser is logged in as a member of staff. */
  readonly isStaff: boolean;
}

export type Access = { readonly personId: string; readonly caseId: string } | KeyAccess;

/** The letter if it is theirs; what is no letter is not found here. */
export async function findOwn(deps: LetterDeps, access: Access): Promise<Outcome<StoredCase>> {
  if ('personId' in access) {
    const own = await deps.desk.ownCase(access.personId, access.caseId);
    return own?.state.letter === undefined
      ? { ok: false, refusals: [{ code: 'not-your-case' }] }
      : { ok: true, value: own };
  }
  const { number, password, ip } = access;
  const refusal = await admitTracking(deps, ip, number);
  if (refusal !== undefined) return { ok: false, refusals: [refusal] };
  const found = await deps.desk.tracked(number, password);
  if (found?.state.letter !== undefined) return { ok: true, value: found };
  return { ok: false, refusals: [refuseCase('query-password-wrong')] };
}
