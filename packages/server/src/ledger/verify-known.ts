import type { PublishedRoots } from '@yichuang/kernel/ledger';
import type { Db } from '../platform/db/index.ts';
import type { LedgerFinding } from './ledger-finding.ts';
import { logDays, readHeads } from './ledger-heads.pg.ts';

const ALL_HEADS = 100_000;

/**
 * Compares what somebody kept outside (a feed, heads, a root on paper) with what the database now
 * says it published. Whoever may rewrite the database can make it agree with itself; not with this.
 */
export async function verifyKnown(
  tx: Db,
  tenantId: string,
  { days = {}, heads = {}, copied }: PublishedRoots,
): Promise<LedgerFinding[]> {
  const published = new Map((await logDays(tx, tenantId)).map(({ day, root }) => [day, root]));
  const log = await readHeads(tx, tenantId, { limit: ALL_HEADS });
  const bySize = new Map(log.map(({ size, root }) => [size, root]));
  const findings: LedgerFinding[] = [];
  for (const [day, root] of Object.entries(days)) {
    if (published.get(day) !== root) findings.push({ problem: 'kept', day });
  }
  for (const [size, root] of Object.entries(heads)) {
    if (bySize.get(Number(size)) !== root)
      findings.push({ problem: 'kept-head', seq: Number(size) });
  }
  const all = [...published.values(), ...bySize.values()];
  const isThere = copied === undefined || all.some((root) => root.startsWith(copied));
  if (!isThere) findings.push({ problem: 'kept-copy' });
  return findings;
}
