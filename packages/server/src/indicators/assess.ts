/** 考核: scores of a period as they stand, their publication, and what departments say of them. */
import { randomUUID } from 'node:crypto';
import type { Assessment, AssessmentScheme, NewAssessmentNote } from '@yichuang/contracts';
import { canonicalJson } from '@yichuang/kernel/ledger';
import { civilDate, type PlainDate } from '@yichuang/kernel/time';
import { sha256 } from '../cases/index.ts';
import { appendJournal } from '../ledger/index.ts';
import { can, orgIdsFor } from '../people/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Language, Refusal } from '../platform/refusal.ts';
import { parseScheme } from '../statutes/index.ts';
import {
  findAssessment,
  frozen,
  insertAssessment,
  insertNote,
  insertScheme,
  readNotes,
  readSchemes,
  type StoredAssessment,
} from './assessment-store.pg.ts';
import { viewRow } from './assessment-view.ts';
import type { KeyedCounts } from './case-counts.pg.ts';
import { figureScopeOf } from './figure-scope.ts';
import { followEvents } from './follow-events.ts';
import { gatherCounts } from './gather-counts.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { addCounts, NOTHING } from './indicator-values.ts';
import { orgTree, type OrgTree } from './org-tree.ts';
import { periodOf, spanOf } from './periods.ts';
import { scoreOffices, type OfficeScore } from './score-offices.ts';

/** Version 0 is the one that the platform brings along. */
export async function schemeInForce(deps: IndicatorDeps): Promise<{
  readonly version: number;
  readonly scheme: AssessmentScheme;
}> {
  const [newest] = await readSchemes(deps.db, deps.tenantId);
  return newest ?? { version: 0, scheme: deps.statutes.assessment };
}

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
  const { version, scheme } = await schemeOf(deps, published?.schemeVersion);
  const result = published?.result ?? (await scoreNow(deps, tree, period, scheme)).result;
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

export async function schemeOf(
  deps: IndicatorDeps,
  version: number | undefined,
): Promise<{ readonly version: number; readonly scheme: AssessmentScheme }> {
  if (version === undefined) return schemeInForce(deps);
  if (version === 0) return { version, scheme: deps.statutes.assessment };
  const found = (await readSchemes(deps.db, deps.tenantId)).find((one) => one.version === version);
  if (found === undefined) throw new Error(`no scheme ${version}`);
  return found;
}

/** Departments and townships, each with everything below it, that had anything to do. */
async function scoreNow(
  deps: IndicatorDeps,
  tree: OrgTree,
  period: string,
  scheme: AssessmentScheme,
): Promise<{
  readonly result: readonly OfficeScore[];
  readonly byOrg: ReadonlyMap<string, KeyedCounts>;
}> {
  await followEvents(deps);
  const byOrg = await gatherCounts(deps, spanOf(periodOf(period), today(deps)), 'org');
  const offices = new Map(
    tree.childrenOf(tree.rootId).flatMap(({ id }) => {
      const counts = addCounts(tree.below(id).map((each) => byOrg.get(each) ?? NOTHING));
      const { due = 0, ended = 0, lettersDue = 0 } = counts.counts;
      return due + ended + lettersDue === 0 ? [] : [[id, counts] as const];
    }),
  );
  return { result: scoreOffices(scheme, deps.statutes.indicators, offices), byOrg };
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
  const { version: schemeVersion, scheme } = await schemeInForce(deps);
  const { result, byOrg } = await scoreNow(deps, tree, period, scheme);
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

export async function changeScheme(
  deps: IndicatorDeps,
  session: Session,
  asked: { readonly scheme: AssessmentScheme; readonly reason: string },
): Promise<Refusal | undefined> {
  const { db, tenantId, clock, statutes } = deps;
  if (asked.scheme.lines.some(({ zero, full }) => zero === full)) return { code: 'scheme-wrong' };
  try {
    parseScheme(asked.scheme, statutes.indicators);
  } catch {
    return { code: 'scheme-wrong' };
  }
  const version = (await schemeInForce(deps)).version + 1;
  const madeAt = clock.now();
  const { scheme, reason } = asked;
  const stored = { version, scheme, reason, madeBy: session.name ?? '', madeAt };
  const isNew = await db.tx(async (tx) => {
    if (!(await insertScheme(tx, tenantId, stored))) return false;
    const data = { version, scheme, reason };
    const entry = { type: 'SchemeChanged', actor: actorOf(session), data, at: madeAt };
    await appendJournal(tx, tenantId, 'indicators:scheme', [entry]);
    return true;
  });
  return isNew ? undefined : { code: 'scheme-moved-on' };
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
