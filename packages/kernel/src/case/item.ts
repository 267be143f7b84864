/** A service item 事项 as its published version says: data from a pack or a catalogue import. */
import type { FlowDefinition } from '../flow/index.ts';
import type { AskedWhen, FormDefinition } from '../form/index.ts';
import type { FeeStandard } from '../money/index.ts';
import type { LegalBasis } from '../time/index.ts';
import type { ItemLimit } from './item-limit.ts';
import type { LetterDefinition } from './letter.ts';

export type HandlingMode = 'on-the-spot' | 'committed' | 'report-up' | 'joint';
/** `internal`: an approval within the offices; `letter`: a question, complaint or petition. */
export type Lifecycle = 'internal' | 'letter';
export type Audience = 'person' | 'enterprise';
export type Carrier = 'electronic' | 'paper' | 'both';

export interface MaterialDefinition {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string;
  /** One of the item's packages, e.g. 施工 / 安全 / 监督 / 散墙. */
  readonly package?: string;
  readonly necessity: 'required' | 'optional' | 'deferrable';
  /** How it may be handed in; `paper` is checked off at the counter (两头受理). */
  readonly carrier: Carrier;
  readonly originals?: number;
  readonly copies?: number;
  readonly source: 'applicant' | 'government' | 'other';
  readonly issuedBy?: string;
  /** Held by the platform already: asked of nobody (国务院令第716号第七条). */
  readonly heldAs?: string;
  readonly basis?: LegalBasis;
  readonly criteria?: string;
  readonly sampleFile?: string;
  readonly blankFile?: string;
  readonly when?: AskedWhen;
  readonly upload?: UploadRule;
  /** 容缺受理: for `deferrable`, how long it may be owed and what follows when it does not come. */
  readonly deferral?: DeferralDefinition;
  /** 告知承诺: a written commitment is taken in its place. */
  readonly commitment?: CommitmentDefinition;
}

/**
 * No national law knows acceptance with a material missing: the basis is the place's own rule, and
 * the pack names it.
 */
export interface DeferralDefinition {
  /** The most working days that may be given. */
  readonly days: number;
  readonly consequence: string;
  readonly consequenceEn?: string;
  readonly basis: LegalBasis;
}

/** @basis 国办发〔2020〕42号 第（四）项: 行政机关不再索要有关证明并依据书面承诺办理相关行政事项 */
export interface CommitmentDefinition {
  /** What the applicant promises, as it is shown and signed. */
  readonly text: string;
  readonly textEn?: string;
  /** Working days after the decision in which the office checks it. */
  readonly checkDays: number;
  readonly consequence: string;
  readonly consequenceEn?: string;
  readonly basis: LegalBasis;
}

/** Sizes in bytes and pixels; an unset bound does not bind. */
export interface UploadRule {
  readonly accept: readonly string[];
  readonly maxBytes: number;
  readonly minPixels?: readonly [width: number, height: number];
  readonly maxPixels?: readonly [width: number, height: number];
  readonly maxPages: number;
  readonly paper?: 'A4' | 'A3';
}

export interface SpecialProcedureDefinition {
  /** One of 听证 招标 拍卖 检验 检测 检疫 鉴定 专家评审 (行政许可法第四十五条) by its id. */
  readonly kind: string;
  readonly name: string;
  readonly expectedDays: number;
  readonly basis: LegalBasis;
}

export interface CertificateDefinition {
  readonly typeCode: string;
  readonly name: string;
  readonly template: string;
  /** Number series, e.g. `云住建许`; numbers run per year. */
  readonly series: string;
  /** `credit-code`: its number is the holder's new 统一社会信用代码; `series` when absent. */
  readonly numbering?: 'series' | 'credit-code';
  readonly validYears?: number;
  /** Form field holding the holder's name and code. */
  readonly holderField: string;
  readonly holderCodeField?: string;
  /** FEEL for each field of the template, over the form and the facts of the certificate. */
  readonly data?: Readonly<Record<string, string>>;
  /** FEEL: what is granted, as a clause of the decision without its full stop. */
  readonly grant?: string;
}

/** What a part of a joint case is filed with, so that nothing is asked twice (一表申请、一套材料). */
export interface PartFiling {
  /** Field of the part's form → FEEL over the whole's form and `results.<earlier part's id>`. */
  readonly form: Readonly<Record<string, string>>;
  /** Material of the part → material of the whole. */
  readonly materials: Readonly<Record<string, string>>;
}

export interface ItemPlace {
  readonly address: string;
  readonly counter?: string;
  readonly hours: string;
  readonly phone: string;
  readonly supervisionPhone: string;
}

/** Which fields of an internal item are filled in when another case hands work out by it. */
export interface HandOutForm {
  readonly unit: string;
  readonly subject: string;
  readonly note: string;
}

export interface ItemDefinition {
  readonly code: string;
  readonly version: number;
  /** Absent: a licence or service. */
  readonly lifecycle?: Lifecycle;
  readonly name: string;
  readonly nameEn?: string;
  readonly summary: string;
  readonly summaryEn?: string;
  readonly orgId: string;
  /** GB/T 39046-2020 table A.1, e.g. `01` 行政许可, `20` 公共服务. */
  readonly taskType: string;
  readonly audiences: readonly Audience[];
  readonly themes: readonly string[];
  readonly synonyms?: readonly string[];
  readonly handlingMode: HandlingMode;
  /** false: shown as a guide only. */
  readonly isOnline: boolean;
  readonly visits: number;
  readonly visitReason?: string;
  readonly conditions: readonly string[];
  readonly legalBasis: readonly LegalBasis[];
  readonly statutoryLimit?: ItemLimit;
  readonly committedLimit?: ItemLimit;
  /** `XK-BZ-5` unless the item's own law says otherwise. */
  readonly correctionRule: string;
  /** `XK-SD-10` for licences. */
  readonly serviceRule: string;
  readonly correctionDays?: number;
  readonly materials: readonly MaterialDefinition[];
  readonly form?: FormDefinition;
  /** Of a letter, and of nothing else. */
  readonly letter?: LetterDefinition;
  readonly digest?: ItemDigest;
  /** Place among what staff may start, until their habits are known; 1 comes first. */
  readonly rank?: number;
  /** The capability of whoever starts an internal item; absent: everybody may. */
  readonly startCapability?: string;
  /** 分发: the fields that take the unit, the matter and what is asked of the unit. */
  readonly handOutForm?: HandOutForm;
  readonly fees: readonly FeeStandard[];
  readonly specialProcedures: readonly SpecialProcedureDefinition[];
  readonly flow?: FlowDefinition;
  /** By the part's id in the flow: how the whole's filing becomes the part's. */
  readonly partFilings?: Readonly<Record<string, PartFiling>>;
  readonly certificate?: CertificateDefinition;
  /** Series of the letters' numbers (发文机关代字), e.g. `云住建许`; else the certificate's. */
  readonly documentSeries?: string;
  /** Document template ids by the moment at which they are issued. */
  readonly documents?: Partial<Readonly<Record<DocumentMoment, string>>>;
  readonly resultName?: string;
  readonly place?: ItemPlace;
  readonly remedies?: { readonly reconsideration: string; readonly litigation: string };
}

/** What lists show of a case, by fields of its form: in the title, and in the line below it. */
export interface ItemDigest {
  readonly title: readonly string[];
  readonly line: readonly string[];
}

export type DocumentMoment =
  | 'received'
  | 'correction'
  | 'accepted'
  | 'acceptance-refused'
  | 'special-procedure'
  | 'extended'
  | 'granted'
  | 'denied'
  | 'payment'
  | 'served'
  | 'referred'
  | 'assigned'
  | 'objected'
  | 'objection-answered'
  | 'answered'
  | 'mediated'
  | 'supervised'
  /** 专报: it was found to be sensitive. */
  | 'sensitive';
