/**
 * Supervision rules 监察规则 are data: a condition in FEEL over facts that follow from the events of a
 * case (or over what many cases add up to), with what it means and whom it concerns. The engine
 * knows no rule of its own.
 */
import type { LegalBasis } from '../time/index.ts';
import {
  GROUP_SUBJECTS,
  type CASE_SUBJECTS,
  type WATCH_ADDRESSEES,
  type WATCH_KINDS,
} from '../words/index.ts';

/** 时效, 流程, 内容, 收费, 廉政风险点, 异常, 满意度 (laws.md §7.1). */
export type WatchKind = (typeof WATCH_KINDS)[number];

/** What a rule looks at in one case: the case itself, or each of its parts of a kind. */
export type CaseSubject = (typeof CASE_SUBJECTS)[number];

/**
 * What many cases add up to: by who acted or whose cases they are, in a day or a month; and the
 * reviews 好差评 that somebody got in a day.
 */
export type GroupSubject = (typeof GROUP_SUBJECTS)[number];

export type WatchSubject = CaseSubject | GroupSubject;

/** Whom a hit is told to at once; everybody with the right to watch finds it in the list. */
export type WatchAddressee = (typeof WATCH_ADDRESSEES)[number];

/** 廉政风险点: an integrity risk of the item's own steps, watched with emphasis. */
export interface RiskPoint {
  readonly name: string;
  readonly nameEn?: string;
  readonly type: string;
  readonly level: 'low' | 'medium' | 'high';
  readonly description: string;
  /** What the department does about it. */
  readonly measures: string;
}

/** To which cases a rule applies; nothing named: to all. */
export interface WatchScope {
  readonly items?: readonly string[];
  /** With everything below them. */
  readonly orgs?: readonly string[];
  readonly lifecycles?: readonly ('licence' | 'internal' | 'letter')[];
}

export interface WatchRule {
  /** `JC-S1`, of the catalogue, or of the county's own making. */
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly nameEn?: string;
  readonly kind: WatchKind;
  readonly light: 'yellow' | 'red';
  readonly each: WatchSubject;
  /** FEEL over `it`, `case`, and for groups `all`; hits exactly where it gives true. */
  readonly when: string;
  /** Sentence with `{it.name}` places, told to people and kept with the hit. */
  readonly says: string;
  readonly saysEn?: string;
  /** Numbers that the condition reads as `p.name`, so that a threshold is changed by itself. */
  readonly parameters?: Readonly<Record<string, number>>;
  readonly scope?: WatchScope;
  readonly basis: readonly LegalBasis[];
  readonly riskPoint?: RiskPoint;
  readonly tell?: readonly WatchAddressee[];
  /** A hit opens a supervision order by itself, as an act of the system. */
  readonly order?: { readonly feedbackDays: number; readonly demand: string };
}

export function isGroupSubject(subject: WatchSubject): subject is GroupSubject {
  return (GROUP_SUBJECTS as readonly string[]).includes(subject);
}
