/** Who writes a letter, and as whose uploads its pages are stored. */
import { derivedCaseId } from '../cases/index.ts';

/**
 * A resident who is logged in; without `personId` anybody, by the quick channel. What was uploaded
 * under the random token of the page stays theirs when they log in later.
 */
export interface Writer {
  readonly personId?: string | undefined;
  readonly ip: string;
  readonly token?: string | undefined;
  /** The browser is logged in as a member of staff: somebody writes for somebody. */
  readonly isStaff: boolean;
}

/** Material of every letter's item that photos, videos and scans go to. */
export const ATTACHMENTS = 'attachments';

/** As long as a UUID: nobody guesses another page's. */
const SHORTEST_TOKEN = 32;

/**
 * As whose uploads somebody's pages may have been stored, first the one for new ones: the holder of
 * the page's token, or the person. The hash of a file alone gives no right to it.
 */
export function uploadersOf({ token, personId }: Pick<Writer, 'token' | 'personId'>): string[] {
  const isLong = token !== undefined && token.length >= SHORTEST_TOKEN;
  const byToken = isLong ? [derivedCaseId('letter-upload', token)] : [];
  return personId === undefined ? byToken : [...byToken, personId];
}
