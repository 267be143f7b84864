/** Reads the events that figures are computed from, and writes the rows. */
import type { CaseEvent, Recorded } from '@yichuang/kernel/case';
import type { PlainDate } from '@yichuang/kernel/time';
import { FIGURE_EDITION, type CaseFigure } from '@yichuang/kernel/watch';
import type { Database, Db } from '../platform/db/index.ts';
import { flagsOf } from './figure-flags.ts';

/** How far the figures follow the events; `caseId` while all of them are computed anew. */
export interface FigurePlace {
  readonly day: PlainDate | null;
  readonly caseId: string | null;
}

type PlaceName = 'catch-up' | 'rebuild';

export async function readPlace(
  db: Db,
  tenantId: string,
  job: PlaceName,
): Promise<FigurePlace | undefined> {
  const [row] = await db.query<FigurePlace>(
    'SELECT day, case_id AS "caseId" FROM figure_place WHERE tenant_id = $1 AND job = $2',
    [tenantId, job],
  );
  return row;
}

export async function writePlace(
  db: Db,
  tenantId: string,
  job: PlaceName,
  { day, caseId }: FigurePlace,
): Promise<void> {
  await db.query(
    `INSERT INTO figure_place (tenant_id, job, day, case_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, job) DO UPDATE SET day = excluded.day, case_id = excluded.case_id`,
    [tenantId, job, day, caseId],
  );
}

export async function dropPlace(db: Db, tenantId: string, job: PlaceName): Promise<void> {
  await db.query('DELETE FROM figure_place WHERE tenant_id = $1 AND job = $2', [tenantId, job]);
}

/**
 * Cases with an event since that day that their figure does not know. Read from the index of
 * events by day, so that writing a case costs nothing for statistics.
 */
export async function findStale(
  db: Db,
  tenantId: string,
  since: PlainDate,
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ case_id: string }>(
    `SELECT e.case_id FROM (
       SELECT case_id, max(seq) AS seq FROM event WHERE tenant_id = $1 AND day >= $2
       GROUP BY case_id) AS e
     LEFT JOIN case_figure f ON f.tenant_id = $1 AND f.case_id = e.case_id
     WHERE f.version IS NULL OR f.version < e.seq OR f.edition < $3
     ORDER BY e.case_id LIMIT $4`,
    [tenantId, since, FIGURE_EDITION, limit],
  );
  return rows.map((row) => row.case_id);
}

export async function findCasesAfter(
  db: Db,
  tenantId: string,
  caseId: string,
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'SELECT id FROM cases WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT $3',
    [tenantId, caseId, limit],
  );
  return rows.map((row) => row.id);
}

interface EventColumns {
  readonly case_id: string;
  readonly seq: number;
  readonly at: Recorded['at'];
  readonly type: string;
  readonly actor: Recorded['by'];
  readonly data: object;
}

export async function readEventsOf(
  db: Db,
  tenantId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Recorded[]>> {
  const rows = await db.query<EventColumns>(
    `SELECT case_id, seq, at, type, actor, data FROM event
     WHERE tenant_id = $1 AND case_id = ANY ($2) ORDER BY case_id, seq`,
    [tenantId, caseIds],
  );
  const found = new Map<string, Recorded[]>();
  for (const { case_id: caseId, seq, at, type, actor: by, data } of rows) {
    const event = { type, ...data } as CaseEvent;
    const list = found.get(caseId) ?? [];
    list.push({ seq, at, by, event });
    found.set(caseId, list);
  }
  return found;
}

/** Newer rows stay: two who compute the same case at once leave what knows more of it. */
export async function writeFigures(
  db: Database,
  tenantId: string,
  figures: readonly CaseFigure[],
  orgOfPost: (post: string) => string | undefined,
): Promise<void> {
  const rows = figures.map((figure) => figureRow(tenantId, figure));
  const persons = figures.flatMap((figure) => personRows(tenantId, figure, orgOfPost));
  await db.tx(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `figures ${tenantId}`,
    ]);
    const values = [tenantId, JSON.stringify(rows)];
    await tx.query(
      `DELETE FROM case_figure f USING json_populate_recordset(NULL::case_figure, $2) AS r
       WHERE f.tenant_id = $1 AND f.case_id = r.case_id AND f.version <= r.version`,
      values,
    );
    const written = await tx.query<{ case_id: string }>(
      `INSERT INTO case_figure
       SELECT r.* FROM json_populate_recordset(NULL::case_figure, $2) AS r
       WHERE r.tenant_id = $1 ON CONFLICT DO NOTHING RETURNING case_id`,
      values,
    );
    const caseIds = written.map((row) => row.case_id);
    await tx.query('DELETE FROM case_figure_person WHERE tenant_id = $1 AND case_id = ANY ($2)', [
      tenantId,
      caseIds,
    ]);
    await tx.query(
      `INSERT INTO case_figure_person
       SELECT r.* FROM json_populate_recordset(NULL::case_figure_person, $2) AS r
       WHERE r.tenant_id = $1 AND r.case_id = ANY ($3)`,
      [tenantId, JSON.stringify(persons), caseIds],
    );
  });
}

function figureRow(tenantId: string, figure: CaseFigure): Record<string, unknown> {
  const { promised, statutory } = figure;
  const limit = promised ?? statutory;
  return {
    tenant_id: tenantId,
    case_id: figure.caseId,
    version: figure.version,
    edition: FIGURE_EDITION,
    flags: flagsOf(figure),
    number: figure.number,
    org_id: figure.orgId,
    item_code: figure.itemCode,
    lifecycle: figure.lifecycle,
    handling_mode: figure.handlingMode,
    channel: figure.channel,
    is_part: figure.isPart,
    received_on: figure.receivedOn,
    accepted_on: figure.acceptedOn,
    is_deemed_accepted: figure.isDeemedAccepted,
    done_on: figure.doneOn,
    outcome: figure.outcome,
    is_voided: figure.isVoided,
    unit: limit?.unit,
    limit_days: limit?.days,
    due_on: limit?.dueOn,
    promised_days: promised?.days,
    promised_unit: promised?.unit,
    statutory_days: statutory?.days,
    statutory_unit: statutory?.unit,
    statutory_due_on: statutory?.dueOn,
    extended_days: statutory?.extendedDays ?? 0,
    extensions: figure.extensions,
    used_days: figure.usedDays,
    working_days: figure.workingDays,
    special_days: figure.specialDays,
    late_steps: figure.lateSteps,
    corrections: figure.corrections,
    returns: figure.returns,
    visits: figure.visits,
    visits_stated: figure.visitsStated,
    fee_fen: figure.feeFen,
  };
}

function personRows(
  tenantId: string,
  { caseId, orgId, itemCode, persons }: CaseFigure,
  orgOfPost: (post: string) => string | undefined,
): Record<string, unknown>[] {
  return persons.map((person) => ({
    tenant_id: tenantId,
    case_id: caseId,
    task_id: person.taskId,
    step_id: person.stepId,
    person_id: person.personId,
    name: person.name,
    on_behalf_of: person.onBehalfOf,
    org_id: (person.post === undefined ? undefined : orgOfPost(person.post)) ?? orgId,
    item_code: itemCode,
    done_on: person.doneOn,
    seconds: person.seconds,
    working_days: person.workingDays,
    is_late: person.isLate,
    verdict: person.verdict,
    is_batch: person.isBatch,
  }));
}
