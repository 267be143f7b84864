/**
 * What the level above has to know, counted from the events by plain SQL: nothing of the shape, of
 * its expressions or of the sender is used.
 */
import type { Db } from '../platform/db/index.ts';

export interface Counted {
  readonly cases: number;
  /** Rows by table. */
  readonly tables: Readonly<Record<string, number>>;
  /** Code of the result by case number. */
  readonly results: Readonly<Record<string, string>>;
  /** YYYYMMDDhhmmss in Shanghai by case number. */
  readonly acceptedAt: Readonly<Record<string, string>>;
}

const SERVICES = `SELECT * FROM cases WHERE state ->> 'lifecycle' IS NULL`;

const ROWS: Readonly<Record<string, string>> = {
  up_pro_accept: `SELECT count(*) AS n FROM (${SERVICES}) c`,
  up_pro_process: `SELECT count(*) AS n FROM event WHERE type IN ('TaskDecided', 'StepReturned',
    'CorrectionRequested', 'CorrectionReceived', 'AcceptanceRefused', 'PaymentRecorded',
    'CaseArchived')`,
  up_pro_special_procedure: `SELECT count(*) AS n FROM event
    WHERE type IN ('SpecialProcedureStarted', 'LimitExtended')`,
  up_pro_material: `SELECT count(DISTINCT (case_id, m ->> 'materialId')) AS n
    FROM event, json_array_elements(data -> 'materials') AS m
    WHERE type IN ('CaseReceived', 'CorrectionReceived', 'MaterialsSupplied')`,
  up_pro_result: `SELECT count(DISTINCT case_id) AS n FROM event WHERE type IN (
    'AcceptanceRefused', 'CaseConcluded', 'CaseWithdrawn', 'CaseTerminated', 'CaseVoided',
    'DecisionRevoked')`,
  up_lic_data: `SELECT count(*) AS n FROM event
    WHERE type = 'DocumentIssued' AND data ->> 'certificateId' IS NOT NULL`,
  up_supervision: `SELECT count(*) AS n FROM event WHERE type = 'SupervisionHit'`,
};

const RESULTS = `SELECT c.number AS key,
    CASE e.type WHEN 'AcceptanceRefused' THEN '3' WHEN 'CaseWithdrawn' THEN '4'
      ELSE CASE e.data ->> 'outcome' WHEN 'granted' THEN '1' WHEN 'denied' THEN '2'
        WHEN 'acceptance-refused' THEN '3' WHEN 'withdrawn' THEN '4' END END AS value
  FROM event e JOIN cases c ON c.id = e.case_id
  WHERE e.type IN ('AcceptanceRefused', 'CaseConcluded', 'CaseWithdrawn') ORDER BY e.seq`;

const ACCEPTED = `SELECT c.number AS key,
    to_char(e.at AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDDHH24MISS') AS value
  FROM event e JOIN cases c ON c.id = e.case_id WHERE e.type = 'CaseAccepted'`;

export async function recount(db: Db): Promise<Counted> {
  const tables: [string, number][] = [];
  for (const [table, sql] of Object.entries(ROWS)) {
    const [row] = await db.query<{ n: number }>(sql);
    if ((row?.n ?? 0) > 0) tables.push([table, row?.n ?? 0]);
  }
  const [cases] = await db.query<{ n: number }>(`SELECT count(*) AS n FROM (${SERVICES}) c`);
  return {
    cases: cases?.n ?? 0,
    tables: Object.fromEntries(tables),
    results: await pairs(db, RESULTS),
    acceptedAt: await pairs(db, ACCEPTED),
  };
}

async function pairs(db: Db, sql: string): Promise<Readonly<Record<string, string>>> {
  const rows = await db.query<{ key: string; value: string }>(sql);
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}
