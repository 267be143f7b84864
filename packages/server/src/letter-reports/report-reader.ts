import type { CaseDesk } from '../cases/index.ts';
import type { Session } from '../platform/http/index.ts';

/** For whom figures are counted, and which letters they may be led to. */
export interface ReportReader {
  /** Counts what is sensitive or confidential by law, too. */
  readonly isSpecial: boolean;
  /** Keys of `case_reader`: a figure leads to no letter that its reader may not open. */
  readonly keys: readonly string[];
  /** Whoever a letter complains of by this name is shown nothing of it. */
  readonly name: string;
}

/** Of the public site: nothing that is withheld, and no letter to open. */
export const publicReader: ReportReader = { isSpecial: false, keys: [], name: '' };

/** Appointed for sensitive letters (专件): only such a post counts them. */
const SPECIAL_LETTERS = 'special-letters';

export async function reportReaderOf(
  desk: Pick<CaseDesk, 'readerKeys'>,
  session: Session,
): Promise<ReportReader> {
  const isSpecial = session.posts.some(({ capabilities }) =>
    capabilities.includes(SPECIAL_LETTERS),
  );
  return { isSpecial, keys: await desk.readerKeys(session), name: session.name ?? '' };
}
