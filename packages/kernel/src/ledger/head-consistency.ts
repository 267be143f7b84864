import { fromHex, type HashHex, type Sha256 } from './bytes.ts';
import { verifyConsistency } from './consistency.ts';
import type { LogHead } from './log.ts';
import { asRecord, isHash, isHashList } from './shapes.ts';

/** What is kept of two heads: the later log begins with the earlier one. */
export interface HeadConsistency {
  readonly first: LogHead;
  readonly second: LogHead;
  readonly proof: readonly HashHex[];
}

/** `tenant` when they are of two counties, `kept` when a head kept elsewhere says otherwise. */
export type ConsistencyVerdict =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly problem: 'malformed' | 'tenant' | 'consistency' | 'kept';
    };

/**
 * Checks that the days of the first head are the first days of the second: none was rewritten in
 * between. The file may be of anyone's making.
 *
 * @param kept heads that the checker has from elsewhere, to compare with those of the file
 */
export function verifyHeads(
  value: unknown,
  sha256: Sha256,
  kept: readonly LogHead[] = [],
): ConsistencyVerdict {
  if (!isHeadConsistency(value)) return { ok: false, problem: 'malformed' };
  const { first, second, proof } = value;
  if (first.tenantId !== second.tenantId) return { ok: false, problem: 'tenant' };
  const isSound = verifyConsistency(
    { size: first.size, root: fromHex(first.root) },
    { size: second.size, root: fromHex(second.root) },
    proof.map(fromHex),
    sha256,
  );
  if (!isSound) return { ok: false, problem: 'consistency' };
  const stated = [first, second];
  const isKept = kept.every(({ tenantId, size, root }) =>
    stated.some((each) => each.tenantId === tenantId && each.size === size && each.root === root),
  );
  return isKept ? { ok: true } : { ok: false, problem: 'kept' };
}

export function isLogHead(value: unknown): value is LogHead {
  const head = asRecord(value);
  return (
    typeof head?.['tenantId'] === 'string' &&
    typeof head['size'] === 'number' &&
    typeof head['day'] === 'string' &&
    isHash(head['root'])
  );
}

function isHeadConsistency(value: unknown): value is HeadConsistency {
  const record = asRecord(value);
  return isLogHead(record?.['first']) && isLogHead(record['second']) && isHashList(record['proof']);
}
