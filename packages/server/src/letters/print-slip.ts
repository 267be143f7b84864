/**
 * 查询密码条: the password of a letter whose sender has no phone, on paper. It is in no answer that
 * the screen shows; that whoever prints it reads the sheet, nobody can prevent. So each print
 * counts, and it is there only for who entered the letter, within a day.
 */
import { addMs, civilDate } from '@yichuang/kernel/time';
import { queryPassword } from '../cases/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { LetterDeps, Outcome } from './letter-deps.ts';
import { countSlip } from './letter-senders.pg.ts';

const DAY_MS = 24 * 60 * 60_000;

export async function printSlip(
  deps: LetterDeps,
  session: Session,
  caseId: string,
): Promise<Outcome<Uint8Array>> {
  const found = await deps.cases.find(caseId);
  const state = found?.state;
  if (
    state?.letter === undefined ||
    state.contact.phone !== undefined ||
    state.receivedAt < addMs(deps.clock.now(), -DAY_MS) ||
    !(await countSlip(deps.db, deps.tenantId, caseId, session.personId))
  ) {
    return { ok: false, refusals: [{ code: 'slip-not-offered' }] };
  }
  const org = await deps.directory.org(state.orgId);
  const pdf = await deps.renderer.render('query-slip', {
    issuer: { name: org?.name ?? state.orgId },
    issuedOn: civilDate(deps.clock.now()),
    caseNumber: state.number,
    checkUrl: `${deps.publicUrl}/letters/mine`,
    password: queryPassword(deps.secrets, deps.tenantId, caseId).plain,
  });
  return { ok: true, value: pdf };
}
