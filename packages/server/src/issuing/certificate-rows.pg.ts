import type { Db } from '../platform/db/index.ts';

export interface CertificateRow {
  readonly number: string;
  readonly certificateId: string;
  readonly checkCode: string;
  readonly caseId: string;
  readonly documentId: string;
  readonly name: string;
  readonly holder: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly sha256: string;
}

/**
 * What became of a certificate whose decision was revoked 撤销 or whose case was voided 作废. The
 * number and the file stay: whoever checks it is told.
 */
export async function markCertificates(
  db: Db,
  tenantId: string,
  caseId: string,
  status: 'revoked' | 'voided',
): Promise<void> {
  await db.query(
    `UPDATE certificate SET status = $3
     WHERE tenant_id = $1 AND case_id = $2 AND status <> 'voided'`,
    [tenantId, caseId, status],
  );
}

/** Into the certificate library; a row that is there stays as it is, its status above all. */
export async function insertCertificate(
  db: Db,
  tenantId: string,
  row: CertificateRow,
): Promise<void> {
  await db.query(
    `INSERT INTO certificate (tenant_id, number, certificate_id, check_code, case_id, document_id,
       name, holder, issuer, issued_on, valid_from, valid_until, sha256)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (tenant_id, number) DO NOTHING`,
    [
      tenantId,
      row.number,
      row.certificateId,
      row.checkCode,
      row.caseId,
      row.documentId,
      row.name,
      row.holder,
      row.issuer,
      row.issuedOn,
      row.validFrom ?? null,
      row.validUntil ?? null,
      row.sha256,
    ],
  );
}
