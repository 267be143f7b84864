import { Type, type Static } from '@sinclair/typebox';
import { At } from '@yichuang/contracts';
import type { CaseState } from '@yichuang/kernel/case';
import { contextOf } from './case-context.ts';
import type { CaseDeps } from './case-deps.ts';
import { headline } from './headline.ts';
import { officeOf } from './office-of.ts';
import type { Language } from '../platform/refusal.ts';

export type OwnCasesDeps = CaseDeps;

export const OwnCaseRow = Type.Object({
  caseId: Type.String(),
  number: Type.String(),
  itemName: Type.String(),
  /** Of a letter: what it is about, in its sender's words. */
  title: Type.Optional(Type.String()),
  headline: Type.String(),
  phase: Type.String(),
  receivedAt: At,
  needsAction: Type.Boolean(),
});
export type OwnCaseRow = Static<typeof OwnCaseRow>;

/**
 * A person's last hundred cases, those that wait for the person first. Parts of a joint case stand
 * in their whole. What somebody asked for as a member of staff is not here: it is followed at the
 * office.
 */
export async function listOwnCases(
  deps: OwnCasesDeps,
  personId: string,
  language: Language,
): Promise<OwnCaseRow[]> {
  const rows = await deps.db.query<{ state: CaseState }>(
    `SELECT state FROM cases c WHERE tenant_id = $1 AND (applicant_id = $2 OR contact_id = $2)
       AND state -> 'parent' IS NULL
       AND NOT EXISTS (SELECT 1 FROM item i
         WHERE i.tenant_id = $1 AND i.code = c.item_code AND i.is_internal)
     ORDER BY received_at DESC LIMIT 100`,
    [deps.tenantId, personId],
  );
  const views = await Promise.all(rows.map(({ state }) => ownRow(deps, state, language)));
  return views.toSorted((a, b) => Number(b.needsAction) - Number(a.needsAction));
}

async function ownRow(
  deps: OwnCasesDeps,
  state: CaseState,
  language: Language,
): Promise<OwnCaseRow> {
  const item = await deps.findItem(state.itemCode, state.itemVersion);
  if (item === undefined) throw new Error(`item ${state.itemCode} is gone`);
  const context = contextOf(deps, { kind: 'system', rule: 'list' }, item);
  const owes = state.fee !== undefined && state.fee.amountFen > 0;
  return {
    caseId: state.caseId,
    number: state.number,
    itemName: language === 'en' ? (item.nameEn ?? item.name) : item.name,
    ...subjectOf(state),
    headline: headline(state, context, await officeOf(deps, state), language),
    phase: state.phase,
    receivedAt: state.receivedAt,
    needsAction:
      state.phase === 'correction-pending' ||
      (state.phase === 'decided' && owes && state.fee?.paidAt === undefined),
  };
}

function subjectOf({ letter, form }: CaseState): { readonly title?: string } {
  const title = form['title'];
  return letter !== undefined && typeof title === 'string' ? { title } : {};
}
