/** What the letters' pages need from the server. Each function may throw a `PortalRefusal`. */
import type {
  LetterAdvice,
  LetterAdviceRequest,
  LetterFilingBody,
  LetterReceipt,
  LetterStatistics,
  LetterView,
  LetterWay,
  NoticeChoice,
  NoticeWays,
  PublishedLetter,
  PublishedPage,
  PublishedQuery,
  RankingReport,
  SenderCommand,
} from '@yichuang/contracts';
import type { FilePage, MaterialDefinition } from '@yichuang/kernel/case';
import type { DownloadableFile, Locale, Visitor } from './service-types.ts';

/** County, townships, villages: parents before their children. */
export interface Division {
  readonly id: string;
  readonly parentId?: string;
  readonly name: string;
  readonly kind: 'county' | 'township' | 'village';
}

/** How somebody proves that a letter is theirs: logged in, or by number and query password. */
export type LetterAccess =
  | { readonly personId: string; readonly caseId: string }
  | {
      readonly number: string;
      readonly password: string;
      /** What `confirmLetterSender` gave this browser, where a window entered the letter. */
      readonly confirmation: string | undefined;
      readonly visitor: Visitor;
    };

/**
 * Who writes: a resident who is logged in, or, without `personId`, anybody by the quick channel.
 * Many log in only after they have said it and added photos: what went up before under the token
 * is theirs too.
 */
export interface LetterWriter {
  readonly personId?: string | undefined;
  readonly visitor: Visitor;
  /** Unguessable (a random UUID), made by the page on which one begins to write. */
  readonly token: string;
}

export interface LetterServices {
  /** Ways to write in, in the order in which they are shown. */
  letterWays(locale: Locale): Promise<readonly LetterWay[]>;
  /** Ways to be told that the county can send by. */
  noticeChannels(): Promise<NoticeWays['offered']>;
  divisions(): Promise<readonly Division[]>;
  /** Units that can be named as complained of. */
  letterUnits(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  letterAdvice(
    request: LetterAdviceRequest,
    personId: string | undefined,
    visitor: Visitor,
    locale: Locale,
  ): Promise<LetterAdvice>;
  /** The item's material `attachments` with its rule; undefined where it takes none. */
  letterAttachments(itemCode: string): Promise<MaterialDefinition | undefined>;
  /** A photo, a video or a document, checked against the item's material `attachments`. */
  uploadForLetter(
    writer: LetterWriter,
    itemCode: string,
    file: { name: string; stream: AsyncIterable<Uint8Array> },
  ): Promise<FilePage>;
  /** The same key gives the same receipt: a reload files nothing twice. */
  fileLetter(
    writer: LetterWriter,
    body: LetterFilingBody,
    idempotencyKey: string,
    locale: Locale,
  ): Promise<LetterReceipt>;
  openLetter(access: LetterAccess, locale: Locale): Promise<LetterView | undefined>;
  /** Whether this case of a resident is a letter, so that links lead to its own page. */
  isLetter(personId: string, caseId: string): Promise<boolean>;
  /** A code to the phone of an entered letter. */
  sendLetterCode(access: LetterAccess, locale: Locale): Promise<void>;
  /** A token for this browser, to be shown with number and password for a day. */
  confirmLetterSender(access: LetterAccess, code: string): Promise<string>;
  chooseLetterNotices(access: LetterAccess, choice: NoticeChoice): Promise<void>;
  actOnLetter(access: LetterAccess, command: SenderCommand, idempotencyKey: string): Promise<void>;
  letterFile(access: LetterAccess, sha256: string): Promise<DownloadableFile | undefined>;
  letterDocument(access: LetterAccess, documentId: string): Promise<DownloadableFile | undefined>;

  publishedLetters(query: PublishedQuery, locale: Locale): Promise<PublishedPage>;
  publishedLetter(
    number: string,
    personId: string | undefined,
    locale: Locale,
  ): Promise<PublishedLetter | undefined>;
  /** Says it, or takes it back. */
  voiceLetter(personId: string, number: string, kind: 'like' | 'me-too'): Promise<void>;
  commentLetter(personId: string, number: string, text: string): Promise<void>;
  /** Of published figures only: nothing withheld is counted where a group could tell on it. */
  letterStatistics(locale: Locale): Promise<LetterStatistics>;
  letterRanking(locale: Locale): Promise<RankingReport>;
}
