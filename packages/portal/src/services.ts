/**
 * What the portal needs from the server, declared here so that the portal depends on nothing else.
 * Every function may throw a `PortalRefusal`: the page shows its sentence and what to do next.
 */
import type {
  ApplicantCaseView,
  ApplicantCommand,
  BundleInterview,
  BundleResult,
  BundleSummary,
  CertificateCheck,
  ClockExplanation,
  DepartmentView,
  DraftChange,
  DraftView,
  FilingReceipt,
  ItemPage,
  ItemQuery,
  ItemRecord,
  LedgerHead,
  LedgerRoot,
  LifeEventView,
  LiveRecord,
  PublicStatistics,
  ThemeView,
  TrackingView,
} from '@yichuang/contracts';
import type { FilePage, ItemDefinition } from '@yichuang/kernel/case';
import type { LedgerReceipt } from '@yichuang/kernel/ledger';
import type { Instant, LimitRule } from '@yichuang/kernel/time';
import type { LetterServices } from './letter-services.ts';
import type { ReviewServices } from './review-services.ts';
import type { DownloadableFile, Locale, LocalText, Visitor } from './service-types.ts';

export type { Division, LetterAccess, LetterServices, LetterWriter } from './letter-services.ts';
export type { Reviewer, ReviewServices, ScreenNow } from './review-services.ts';
export type { DownloadableFile, Locale, LocalText, Visitor } from './service-types.ts';

/** How far the demo's clock goes: by a span, or to 09:00 of the n-th working day from now. */
export type ClockMove = { readonly ms: number } | { readonly workingDays: number };

/** Who is looking. Staff see the portal as visitors. */
export interface PortalSession {
  readonly personId: string;
  readonly name: string;
  readonly phoneMasked: string;
  /** Name and identity number are known, so that a filing can be made. */
  readonly isIdentified: boolean;
}

export interface InboxNotice {
  readonly id: string;
  readonly at: Instant;
  readonly title: string;
  readonly text: string;
  readonly caseId?: string;
  readonly isRead: boolean;
}

export interface MyCaseRow {
  readonly caseId: string;
  readonly number: string;
  readonly itemName: string;
  /** Of a letter: what it is about. */
  readonly title?: string;
  readonly headline: string;
  readonly phase: string;
  readonly receivedAt: Instant;
  readonly needsAction: boolean;
}

export interface MyDraftRow {
  readonly draftId: string;
  readonly itemName: string;
  readonly savedAt: Instant;
}

export interface DemoMessage {
  readonly at: Instant;
  readonly channel: 'sms' | 'mail';
  readonly to: string;
  readonly text: string;
}

/** Answers as an address, a form or a draft holds them. */
export type GivenAnswers = Readonly<Record<string, unknown>>;

export interface PortalServices {
  /** Absent where no pack brings ways to write in: then there are no pages of letters. */
  readonly letters?: LetterServices;
  /** Absent where no pack says how services are reviewed. */
  readonly reviews?: ReviewServices;
  readonly county: { readonly name: string; readonly nameEn: string; readonly phone: string };
  readonly isDemo: boolean;
  /** A trial county: every page says so. */
  readonly isTrial?: boolean;
  now(): Instant;
  liveRecord(): Promise<LiveRecord>;
  /** The county's indicators of the year so far, with their formulas. */
  statistics(locale: Locale): Promise<PublicStatistics>;
  themes(): Promise<readonly ThemeView[]>;
  lifeEvents(): Promise<readonly LifeEventView[]>;
  departments(): Promise<readonly DepartmentView[]>;
  findItems(query: ItemQuery): Promise<ItemPage>;
  /** The version in force, or the one named. */
  findItem(code: string, version?: number): Promise<ItemDefinition | undefined>;
  /** A sample or blank form, by the name that a material's `sampleFile` or `blankFile` gives. */
  itemFile(code: string, file: string): Promise<DownloadableFile | undefined>;
  orgName(orgId: string): Promise<string>;
  /** Names of posts, for the flow picture. */
  postNames(ids: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** Name, unit and article of limit rules by their ids; unknown ids are left out. */
  limitRules(
    ids: readonly string[],
  ): Promise<Readonly<Record<string, Pick<LimitRule, 'name' | 'unit' | 'basis'>>>>;
  itemRecord(code: string): Promise<ItemRecord>;

  session(token: string | undefined): Promise<PortalSession | undefined>;
  requestCode(phone: string, visitor: Visitor): Promise<void>;
  /** The session token, to be set as the cookie. */
  logIn(
    phone: string,
    code: string,
    visitor: Visitor,
  ): Promise<{ token: string; maxAgeSeconds: number }>;
  logOut(token: string): Promise<void>;
  identify(personId: string, profile: { name: string; idNumber: string }): Promise<void>;

  bundles(locale: Locale): Promise<readonly BundleSummary[]>;
  /** The bundle whose whole is this item. */
  bundleOf(itemCode: string): string | undefined;
  bundleInterview(
    bundleId: string,
    answers: GivenAnswers,
    locale: Locale,
  ): Promise<BundleInterview | undefined>;
  /** Undefined while a question has no answer. */
  bundleResult(
    bundleId: string,
    answers: GivenAnswers,
    locale: Locale,
  ): Promise<BundleResult | undefined>;
  /** A draft of the whole, or an earlier one whose answers have changed. */
  openBundleDraft(
    personId: string,
    bundleId: string,
    answers: GivenAnswers,
    draftId?: string,
  ): Promise<DraftView>;

  createDraft(personId: string, itemCode: string): Promise<DraftView>;
  /** From the data of one's own case that ended without a grant. */
  createDraftAgain(personId: string, caseId: string): Promise<DraftView>;
  findDraft(personId: string, draftId: string): Promise<DraftView | undefined>;
  /**
   * Saves a part: form fields are merged one by one (null clears a field), materials one by one
   * (each named material's pages are replaced by those given, in that order).
   */
  changeDraft(personId: string, draftId: string, change: DraftChange): Promise<DraftView>;
  deleteDraft(personId: string, draftId: string): Promise<void>;
  /** Stores one page, checked against the material's rule; refuses what breaks it. */
  upload(
    personId: string,
    target: { itemCode: string; itemVersion?: number; materialId: string },
    file: { name: string; stream: AsyncIterable<Uint8Array> },
  ): Promise<FilePage>;
  /** A page that this person uploaded, for the preview. */
  uploadedFile(personId: string, sha256: string): Promise<DownloadableFile | undefined>;
  /** The same key gives the same receipt, query password included: a reload loses nothing. */
  fileDraft(personId: string, draftId: string, idempotencyKey: string): Promise<FilingReceipt>;

  myDrafts(personId: string, locale: Locale): Promise<readonly MyDraftRow[]>;
  myCases(personId: string, locale: Locale): Promise<readonly MyCaseRow[]>;
  myCase(personId: string, caseId: string, locale: Locale): Promise<ApplicantCaseView | undefined>;
  myFile(personId: string, caseId: string, sha256: string): Promise<DownloadableFile | undefined>;
  myDocument(
    personId: string,
    caseId: string,
    documentId: string,
  ): Promise<DownloadableFile | undefined>;
  act(
    personId: string,
    caseId: string,
    command: ApplicantCommand,
    idempotencyKey: string,
  ): Promise<void>;
  /** One archive with every document of every part of a joint case. */
  myResults(personId: string, caseId: string): Promise<DownloadableFile | undefined>;
  explainMyClock(
    personId: string,
    caseId: string,
    clockId: string,
    locale: Locale,
  ): Promise<ClockExplanation | undefined>;

  track(number: string, password: string, visitor: Visitor, locale: Locale): Promise<TrackingView>;
  explainTrackedClock(
    number: string,
    password: string,
    clockId: string,
    visitor: Visitor,
    locale: Locale,
  ): Promise<ClockExplanation>;
  /** In the form that kernel/ledger `verifyReceipt` checks; offered as a download. */
  ledgerReceipt(
    number: string,
    password: string,
    visitor: Visitor,
    /** Days of the head that it is to lead to; without it, the newest. */
    headSize?: number,
  ): Promise<LedgerReceipt>;
  myLedgerReceipt(personId: string, caseId: string): Promise<LedgerReceipt | undefined>;
  /** Newest first. */
  ledgerRoots(): Promise<readonly LedgerRoot[]>;
  /** Newest first. */
  ledgerHeads(): Promise<readonly LedgerHead[]>;
  ledgerDay(day: string): Promise<{ root?: LedgerRoot; head?: LedgerHead }>;
  checkCertificate(numberOrId: string, visitor: Visitor): Promise<CertificateCheck | undefined>;

  inbox(personId: string): Promise<readonly InboxNotice[]>;
  markRead(personId: string, noticeId: string): Promise<void>;
  demoMessages(): Promise<readonly DemoMessage[]>;
  /** Demo mode only: moves the sandbox clock forward. */
  moveClock(move: ClockMove): Promise<void>;
}

/**
 * A refusal in words: what, why, what to do. `problems[].subject` is a field id or a material id,
 * so that a page can lead to the place.
 */
export class PortalRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly text: LocalText;
  readonly nextStep: LocalText;
  readonly problems: readonly { readonly subject: string; readonly text: LocalText }[];
  /** Of a 429: when to try again. */
  readonly retryAfterSeconds: number | undefined;

  constructor(facts: {
    readonly status: number;
    readonly code: string;
    readonly message: LocalText;
    readonly nextStep?: LocalText;
    readonly problems?: readonly { readonly subject: string; readonly text: LocalText }[];
    readonly retryAfterSeconds?: number;
  }) {
    super(typeof facts.message === 'string' ? facts.message : facts.message['zh-CN']);
    this.name = 'PortalRefusal';
    this.status = facts.status;
    this.code = facts.code;
    this.text = facts.message;
    this.nextStep = facts.nextStep ?? '';
    this.problems = facts.problems ?? [];
    this.retryAfterSeconds = facts.retryAfterSeconds;
  }
}
