import { createHash } from 'node:crypto';

/**
 * The id of a case that follows from where it comes from: an order followed twice, or a request
 * sent twice, finds the case that the first one made.
 *
 * @param place what tells this origin from every other one, such as a kind, an id and a key. It and
 *   the way it is hashed never change: cases that run were given their ids by it.
 * @returns a UUID of version 8, the maker's own (RFC 9562)
 */
export function derivedCaseId(...place: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(place)).digest('hex');
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...groups, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
