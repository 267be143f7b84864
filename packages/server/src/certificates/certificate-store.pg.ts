import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

/** A certificate of the library, or a letter that bears a check code. */
export interface FoundDocument {
  readonly caseId: string;
  readonly documentId: string;
  readonly number: string;
  readonly certificate?: {
    readonly certificateId: string;
    readonly name: string;
    readonly holder: string;
    readonly issuer: string;
    readonly issuedOn: PlainDate;
    readonly validFrom?: PlainDate;
    readonly validUntil?: PlainDate;
    readonly status: 'valid' | 'revoked' | 'voided';
    readonly sha256: string;
  };
}

interface CertificateRead {
  readonly number: string;
  readonly certificate_id: string;
  readonly case_id: string;
  readonly document_id: string;
  readonly name: string;
  readonly holder: string;
  readonly issuer: string;
  readonly issued_on: PlainDate;
  readonly valid_from: PlainDate | null;
  readonly valid_until: PlainDate | null;
  readonly status: 'valid' | 'revoked' | 'voided';
  readonly sha256: string;
}

/** By number, 电子证照标识 or check code; each has an index of its own. */
export async function findCertificate(
  db: Db,
  tenantId: string,
  text: string,
): Promise<FoundDocument | undefined> {
  const [row] = await db.query<CertificateRead>({
    name: 'certificate-find',
    text: `SELECT number, certificate_id, case_id, document_id, name, holder, issuer, issued_on,
        valid_from, valid_until, status, sha256
      FROM certificate
      WHERE tenant_id = $1 AND (number = $2 OR certificate_id = $2 OR check_code = $2)
      ORDER BY (number = $2) DESC LIMIT 1`,
    values: [tenantId, text],
  });
  if (row === undefined) return undefined;
  return {
    caseId: row.case_id,
    documentId: row.document_id,
    number: row.number,
    certificate: {
      certificateId: row.certificate_id,
      name: row.name,
      holder: row.holder,
      issuer: row.issuer,
      issuedOn: row.issued_on,
      ...(row.valid_from === null ? {} : { validFrom: row.valid_from }),
      ...(row.valid_until === null ? {} : { validUntil: row.valid_until }),
      status: row.status,
      sha256: row.sha256,
    },
  };
}

/** A letter is found by its check code only: its number is easily guessed, its content private. */
export async function findLetter(
  db: Db,
  tenantId: string,
  checkCode: string,
): Promise<FoundDocument | undefined> {
  const [row] = await db.query<{ case_id: string; document_id: string; number: string }>({
    name: 'letter-find',
    text: `SELECT case_id, document_id, number FROM document_number
      WHERE tenant_id = $1 AND check_code = $2`,
    values: [tenantId, checkCode],
  });
  if (row === undefined) return undefined;
  return { caseId: row.case_id, documentId: row.document_id, number: row.number };
}
