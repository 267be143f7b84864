import { createHash } from 'node:crypto';

/**
 * The id of a part's case follows from its place in the whole, so that an order followed twice
 * finds the case that it opened the first time. Each round of the split has cases of its own.
 */
export function partCaseId(of: {
  readonly parentId: string;
  readonly nodeId: string;
  readonly round: number;
  readonly partId: string;
}): string {
  const place = JSON.stringify([of.parentId, of.nodeId, of.round, of.partId]);
  const hex = createHash('sha256').update(place).digest('hex');
  // The form of a name-based UUID (RFC 9562, version 8: the maker's own).
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...groups, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
