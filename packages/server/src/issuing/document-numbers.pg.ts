import { randomInt } from 'node:crypto';
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import type { NumberSeries } from './number-series.ts';

export interface DocumentNumber {
  readonly number: string;
  /** 12 characters that cannot be guessed: the address of the check page. */
  readonly checkCode: string;
}

/** No 0 O 1 I L 5 S 2 Z 8 B: the code is read from paper and typed. */
const CHECK_ALPHABET = '34679ACDEFGHJKMNPQRTUVWXY';
const CHECK_LENGTH = 12;

interface NumberRow {
  readonly number: string;
  readonly check_code: string;
}

/**
 * The number of a document: given once, found again by every retry. The counter's row is locked
 * first, so that numbers run without gaps and without collisions; a transaction that fails gives
 * its number back.
 */
export async function numberDocument(
  db: Db,
  place: { readonly tenantId: string; readonly caseId: string; readonly documentId: string },
  series: NumberSeries,
  at: Instant,
): Promise<DocumentNumber> {
  const given = await findNumber(db, place);
  if (given !== undefined) return given;
  return db.tx(async (tx) => {
    const counter = [place.tenantId, series.counter];
    await tx.query(
      `INSERT INTO counter (tenant_id, name, n) VALUES ($1, $2, 0)
       ON CONFLICT (tenant_id, name) DO UPDATE SET n = counter.n`,
      counter,
    );
    const meanwhile = await findNumber(tx, place);
    if (meanwhile !== undefined) return meanwhile;
    const [row] = await tx.query<{ n: number }>(
      'UPDATE counter SET n = n + 1 WHERE tenant_id = $1 AND name = $2 RETURNING n',
      counter,
    );
    if (row === undefined) throw new Error(`the counter ${series.counter} is gone`);
    const number = series.write(row.n);
    const checkCode = newCheckCode();
    await tx.query(
      `INSERT INTO document_number (tenant_id, case_id, document_id, number, check_code, at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [place.tenantId, place.caseId, place.documentId, number, checkCode, at],
    );
    return { number, checkCode };
  });
}

async function findNumber(
  db: Db,
  place: { readonly tenantId: string; readonly caseId: string; readonly documentId: string },
): Promise<DocumentNumber | undefined> {
  const [row] = await db.query<NumberRow>(
    `SELECT number, check_code FROM document_number
     WHERE tenant_id = $1 AND case_id = $2 AND document_id = $3`,
    [place.tenantId, place.caseId, place.documentId],
  );
  return row === undefined ? undefined : { number: row.number, checkCode: row.check_code };
}

function newCheckCode(): string {
  const characters = Array.from({ length: CHECK_LENGTH }, () =>
    CHECK_ALPHABET.charAt(randomInt(CHECK_ALPHABET.length)),
  );
  return characters.join('');
}
