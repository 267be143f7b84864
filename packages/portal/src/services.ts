/**
 * What the portal needs from the server, declared here so that the portal depends on nothing else.
 * Every function may throw a `PortalRefusal`: the page shows its sentence and what to do next.
 */
import type {
  ApplicantCaseView,
  ApplicantCommand,
  CertificateCheck,
  ClockExplanation,
  DepartmentView,
  DraftChange,
  DraftView,
  FilingReceipt,
  ItemPage,
  ItemQuery,
  ItemRecord,
  LedgerReceiptView,
  LedgerRoot,
  LifeEventView,
  LiveRecord,
  ThemeView,
  TrackingView,
} from '@yichuang/contracts';
import type { FilePage, ItemDefinition } from '@yichuang/kernel/case';
import type { Instant } from '@yichuang/kernel/time';

export type Locale = 'zh-CN' | 'en';

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
  readonly channel: string;
  readonly to: string;
  readonly text: string;
}

export interface DownloadableFile {
  readonly mediaType: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Client address and the like, for rate limits. */
export interface Visitor {
  readonly ip: string;
  readonly userAgent: string;
}

export interface PortalServices {
  readonly county: { readonly name: string; readonly nameEn: string; readonly phone: string };
  readonly isDemo: boolean;
  now(): Instant;
  liveRecord(): Promise<LiveRecord>;
  themes(): Promise<readonly ThemeView[]>;
  lifeEvents(): Promise<readonly LifeEventView[]>;
  departments(): Promise<readonly DepartmentView[]>;
  findItems(query: ItemQuery): Promise<ItemPage>;
  findItem(code: string): Promise<ItemDefinition | undefined>;
  orgName(orgId: string): Promise<string>;
  /** Names of posts, for the flow picture. */
  postNames(ids: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** Chinese name and article of limit rules, for the guide. */
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

  createDraft(personId: string, itemCode: string): Promise<DraftView>;
  findDraft(personId: string, draftId: string): Promise<DraftView | undefined>;
  changeDraft(personId: string, draftId: string, change: DraftChange): Promise<DraftView>;
  deleteDraft(personId: string, draftId: string): Promise<void>;
  /** Stores one page, checked against the material's rule; refuses what breaks it. */
  upload(
    personId: string,
    target: { itemCode: string; materialId: string },
    file: { name: string; stream: AsyncIterable<Uint8Array> },
  ): Promise<FilePage>;
  /** A page that this person uploaded, for the preview. */
  uploadedFile(personId: string, sha256: string): Promise<DownloadableFile | undefined>;
  fileDraft(personId: string, draftId: string, idempotencyKey: string): Promise<FilingReceipt>;

  myDrafts(personId: string): Promise<readonly MyDraftRow[]>;
  myCases(personId: string): Promise<readonly MyCaseRow[]>;
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
  ledgerReceipt(number: string, password: string, visitor: Visitor): Promise<LedgerReceiptView>;
  ledgerRoots(): Promise<readonly LedgerRoot[]>;
  checkCertificate(numberOrId: string, visitor: Visitor): Promise<CertificateCheck | undefined>;

  inbox(personId: string): Promise<readonly InboxNotice[]>;
  markRead(personId: string, noticeId: string): Promise<void>;
  demoMessages(): Promise<readonly DemoMessage[]>;
  /** Demo mode only: moves the sandbox clock forward by so many milliseconds. */
  moveClock(ms: number): Promise<void>;
}

/** A refusal in words: what, why, what to do. */
export class PortalRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly nextStep: string;
  readonly problems: readonly { readonly subject: string; readonly text: string }[];

  constructor(facts: {
    status: number;
    code: string;
    message: string;
    nextStep?: string;
    problems?: readonly { subject: string; text: string }[];
  }) {
    super(facts.message);
    this.name = 'PortalRefusal';
    this.status = facts.status;
    this.code = facts.code;
    this.nextStep = facts.nextStep ?? '';
    this.problems = facts.problems ?? [];
  }
}
