import { encodeUtf8, hashHex, type HashHex, type Sha256, toHex } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { merkleRoot } from './merkle.ts';

/** What is published of a day: the root over its entries. */
export interface DayRoot {
  /** The day in Shanghai. */
  readonly day: string;
  /** Entries in its tree. */
  readonly size: number;
  readonly root: string;
}

/**
 * The end of the log of published days: one short text that holds every root so far. Who keeps one
 * can tell later whether an older day was rewritten, without having kept that day.
 */
export interface LogHead {
  /** The county's code. */
  readonly tenantId: string;
  /** Days in the log. */
  readonly size: number;
  /** The last of them. */
  readonly day: string;
  readonly root: string;
}

/** A day as a leaf of the log. Only these three, whatever else the row comes with. */
export function logLeaf({ day, size, root }: DayRoot): Uint8Array {
  return encodeUtf8(canonicalJson({ day, size, root }));
}

/** The root of the log (RFC 9162) over these days, in the order of their publication. */
export function logRoot(days: readonly DayRoot[], sha256: Sha256): HashHex {
  return hashHex(toHex(merkleRoot(days.map(logLeaf), sha256)));
}

/** The bytes of a head that an outside authority stamps or signs. */
export function headBytes({ tenantId, size, day, root }: LogHead): Uint8Array {
  return encodeUtf8(canonicalJson({ tenantId, size, day, root }));
}
