/** 考核: scores of a period as they stand, their publication, and what departments say of them. */
import { randomUUID } from 'node:crypto';
import type { Assessment, NewAssessmentNote } from '@yichuang/contracts';
import { canonicalJson } from '@yichuang/kernel/ledger';
import { civilDate, type PlainDate } from '@yichuang/kernel/time';
import { sha256 } from '../cases/index.ts';
import { appendJournal } from '../ledger/index.ts';
import { can, orgIdsFor } from '../people/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Language, Refusal } from '../platform/refusal.ts';
import {
  findAssessment,
  frozen,
  insertAssessment,
  insertNote,
  readNotes,
  type StoredAssessment,
} from './assessment-store.pg.ts';
import { viewRow } from './assessment-view.ts';
import { figureScopeOf } from './figure-scope.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { orgTree } from './org-tree.ts';
import { periodOf } from './periods.ts';
import { schemeOf } from './schemes.ts';
import { countPeriod, scorePeriod } from './score-period.ts';

/** @param period by its name; see PERIOD_NAME */
export async function readAssessment(
  deps: IndicatorDeps,
  period: string,
  session: Session,
  language: Language,
): Promise<Assessment> {
  const tree = orgTree(await deps.directory.orgs());
  const scope = figureScopeOf(session, tree);
  const published = await findAssessment(deps.db, deps.tenantId, period);
  const { version, scheme } = await schemeOf(deps, period, published?.schemeVersion);
  const result =
    published?.result ?? scorePeriod(deps, tree, scheme, await countPeriod(deps, period));
  const notes = await readNotes(deps.db, deps.tenantId, period);
  const { from, until } = periodOf(period);
  const isOver = until < today(deps);
  const rows = result.filter(({ orgId }) => scope.mayRead(orgId));
  return {
    period,
    from,
    until,
    schemeVersion: version,
    isOver,
    ...(published === undefined
      ? {}
      : { publishedAt: published.publishedAt, publishedBy: published.publishedBy }),
    mayPublish: isOver && published === undefined && can(session, 'supervision:act'),
    mayNoteFor: rows.map(({ orgId }) => orgId).filter((orgId) => mayNote(session, orgId)),
    rows: rows.map((row) => viewRow(row, scheme, deps.statutes.indicators, tree, language)),
    notes: notes
      .filter(({ orgId }) => scope.mayRead(orgId))
      .map(({ orgId, kind, note, byName, at }) => ({
        orgId,
        orgName: tree.nameOf(orgId),
        kind,
        note,
        byName,
        at,
      })),
  };
}

/** Once published a period is frozen: what events bring later shows as a difference. */
export async function publishAssessment(
  deps: IndicatorDeps,
  period: string,
  session: Session,
): Promise<Refusal | undefined> {
  const { db, tenantId, clock } = deps;
  if (periodOf(period).until >= today(deps)) return { code: 'assessment-period-running' };
  const tree = orgTree(await deps.directory.orgs());
  const { version: schemeVersion, scheme } = await schemeOf(deps, period);
  const byOrg = await countPeriod(deps, period);
  const result = scorePeriod(deps, tree, scheme, byOrg);
  const counted = frozen(byOrg);
  const publishedAt = clock.now();
  const stored: StoredAssessment = {
    period,
    schemeVersion,
    counted,
    result,
    publishedBy: session.name ?? '',
    publishedAt,
  };
  const isFirst = await db.tx(async (tx) => {
    if (!(await insertAssessment(tx, tenantId, stored))) return false;
    const scores = result.map(({ orgId, score = null }) => ({ orgId, score }));
    const data = { period, schemeVersion, scores, sha256: hashOf({ counted, result }) };
    const entry = { type: 'AssessmentPublished', actor: actorOf(session), data, at: publishedAt };
    await appendJournal(tx, tenantId, `indicators:${period}`, [entry]);
    return true;
  });
  return isFirst ? undefined : { code: 'assessment-published' };
}

/** A department's leader speaks for it; who watches does not. */
export async function addNote(
  deps: IndicatorDeps,
  period: string,
  session: Session,
  { orgId, kind, note }: NewAssessmentNote,
): Promise<Refusal | undefined> {
  const { db, tenantId, clock } = deps;
  if (!mayNote(session, orgId)) return { code: 'figures-outside-scope' };
  const at = clock.now();
  const stored = {
    id: randomUUID(),
    period,
    orgId,
    kind,
    note,
    byName: session.name ?? '',
    byPerson: session.personId,
    at,
  };
  await db.tx(async (tx) => {
    await insertNote(tx, tenantId, stored);
    const type = kind === 'objection' ? 'AssessmentObjected' : 'AssessmentCommented';
    const entry = { type, actor: actorOf(session), data: { period, orgId, note }, at };
    await appendJournal(tx, tenantId, `indicators:${period}`, [entry]);
  });
  return undefined;
}

function mayNote(session: Session, orgId: string): boolean {
  return !can(session, 'supervision:read') && orgIdsFor(session, 'insight:read').has(orgId);
}

function actorOf({ personId, name = '' }: Session) {
  return { kind: 'staff', personId, name } as const;
}

function hashOf(value: unknown): string {
  return Buffer.from(sha256(new TextEncoder().encode(canonicalJson(value)))).toString('hex');
}

function today({ clock }: IndicatorDeps): PlainDate {
  return civilDate(clock.now());
}
