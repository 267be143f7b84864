import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

/** A report as it was issued. */
export interface SealedReport {
  readonly reportId: string;
  readonly name: string;
  readonly number: string;
  readonly addressee: string;
  readonly issuer: string;
  readonly issuedOn: PlainDate;
  readonly sha256: string;
}

export async function findReport(
  db: Db,
  tenantId: string,
  reportId: string,
): Promise<SealedReport | undefined> {
  const [row] = await db.query<SealedReport>(
    `SELECT report_id AS "reportId", name, number, addressee, issuer, issued_on AS "issuedOn",
       sha256
     FROM sealed_report WHERE tenant_id = $1 AND report_id = $2`,
    [tenantId, reportId],
  );
  return row;
}

/** Of two that issue it at once the first is the report: a second row is not written. */
export async function insertReport(db: Db, tenantId: string, report: SealedReport): Promise<void> {
  const { reportId, name, number, addressee, issuer, issuedOn, sha256 } = report;
  await db.query(
    `INSERT INTO sealed_report (tenant_id, report_id, name, number, addressee, issuer, issued_on,
       sha256)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (tenant_id, report_id) DO NOTHING`,
    [tenantId, reportId, name, number, addressee, issuer, issuedOn, sha256],
  );
}
