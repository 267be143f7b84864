/** The next assessment scheme while it is written: one draft, by one after the other. */
import type { SaveSchemeDraft } from '@yichuang/contracts';
import { canonicalJson } from '@yichuang/kernel/ledger';
import { appendJournal } from '../ledger/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import { schemeFault } from '../statutes/index.ts';
import { countedNames } from './gather-counts.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import {
  findSchemeDraft,
  saveSchemeDraft,
  useUpSchemeDraft,
  type SchemeDraft,
} from './scheme-store.pg.ts';
import { SCHEME_STREAM } from './schemes.ts';

const MOVED_ON: Refusal = { code: 'scheme-moved-on' };

/**
 * Writes on the draft that was read, and on no other. Who saves a colleague's draft as it is does
 * not become its author, since they would then free the colleague to put it in force.
 *
 * @returns why it cannot be a scheme, or that the draft is another one now
 */
export async function writeSchemeDraft(
  deps: IndicatorDeps,
  session: Session,
  { scheme, changedAt: known }: SaveSchemeDraft,
): Promise<Refusal | undefined> {
  const { db, tenantId, clock, statutes } = deps;
  const names = countedNames(deps);
  const isCounted = scheme.vetoes.every(({ count }) => names.has(count));
  if (!isCounted || schemeFault(scheme, statutes.indicators) !== undefined) {
    return { code: 'scheme-wrong' };
  }
  const before = await findSchemeDraft(db, tenantId);
  if (before?.changedAt !== known) return MOVED_ON;
  if (before !== undefined && canonicalJson(before.scheme) === canonicalJson(scheme)) {
    return undefined;
  }
  const { personId: authorId, name: authorName = '' } = session;
  const draft = { scheme, authorId, authorName, changedAt: clock.now() };
  const isDone = await db.tx(async (tx) => {
    if (!(await saveSchemeDraft(tx, tenantId, draft, known))) return false;
    await journalOfAnother(deps, tx, session, 'SchemeDraftRewritten', before);
    return true;
  });
  return isDone ? undefined : MOVED_ON;
}

/** Drops the draft that was read, and no other. */
export async function dropSchemeDraft(
  deps: IndicatorDeps,
  session: Session,
  known: string,
): Promise<Refusal | undefined> {
  const { db, tenantId } = deps;
  const before = await findSchemeDraft(db, tenantId);
  if (before === undefined || before.changedAt !== known) return MOVED_ON;
  const isDone = await db.tx(async (tx) => {
    if (!(await useUpSchemeDraft(tx, tenantId, before.changedAt))) return false;
    await journalOfAnother(deps, tx, session, 'SchemeDraftDropped', before);
    return true;
  });
  return isDone ? undefined : MOVED_ON;
}

/** What a colleague had written stays in the journal; one's own is one's own to drop. */
async function journalOfAnother(
  { tenantId, clock }: IndicatorDeps,
  tx: Db,
  { personId, name = '' }: Session,
  type: string,
  before: SchemeDraft | undefined,
): Promise<void> {
  if (before === undefined || before.authorId === personId) return;
  const { scheme, authorId, changedAt } = before;
  const actor = { kind: 'staff', personId, name } as const;
  const entry = { type, actor, data: { scheme, authorId, changedAt }, at: clock.now() };
  await appendJournal(tx, tenantId, SCHEME_STREAM, [entry]);
}
