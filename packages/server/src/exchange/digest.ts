import type { UploadRow } from '@yichuang/contracts';
import { canonicalJson } from '@yichuang/kernel/ledger';
import { createHash, createHmac } from 'node:crypto';

/**
 * By the receiver's token, which is not in the database: who reads the database alone cannot try
 * identity numbers until one fits.
 */
export function digestOf(rows: readonly UploadRow[], token: string): string {
  return createHmac('sha256', token).update(canonicalJson(rows)).digest('hex');
}

export interface ListedMessage {
  readonly caseId: string;
  readonly seq: number;
  readonly digest: string;
}

/** Of a table's messages of a day, sorted by case and event: `caseId/seq digest`, a line each. */
export function digestOfDay(messages: readonly ListedMessage[]): string {
  const hash = createHash('sha256');
  for (const { caseId, seq, digest } of messages) hash.update(`${caseId}/${seq} ${digest}\n`);
  return hash.digest('hex');
}
