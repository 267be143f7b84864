/**
 * A limit as data: what starts it, how long it runs, what stops it, who may lengthen it, and what
 * the law attaches to its end. The rules themselves live in packs/statutes/limits.json.
 */
export interface LegalBasis {
  readonly law: string;
  readonly article: string;
  /** The official wording, where it is quoted. */
  readonly text?: string;
  /** Which version of the instrument, such as '2019-04-23'. */
  readonly version?: string;
}

/** WD working days, CD calendar days, MONTH months by 民法典 202, DATE a fixed day. */
export const LIMIT_UNITS = ['WD', 'CD', 'MONTH', 'DATE'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** L national law, P policy document, LOC local or configured, K from general knowledge only. */
export const RULE_LEVELS = ['L', 'P', 'LOC', 'K'] as const;
export type RuleLevel = (typeof RULE_LEVELS)[number];

/**
 * What the end of a limit means. Only some are acts of law that the system must perform itself:
 * `deemed-accepted`, `deemed-renewed`, `deemed-consent`, `abandoned`; `right-lapses` and the two
 * `…-barred` close a way to a party; the rest tell the people who watch.
 */
export const EXPIRY_OUTCOMES = [
  'overdue',
  'overdue-with-public-reason',
  'overdue-without-restart',
  'warning',
  'deemed-accepted',
  'deemed-renewed',
  'deemed-consent',
  'abandoned',
  'agency-decides',
  'right-lapses',
  'objection-barred',
  'review-barred',
  'recheck-barred',
  'must-reschedule',
  'treated-as-new',
  'deferred-materials-missing',
  'convert-to-ordinary',
  'supervision',
  'site-veto',
  'site-veto-when-five',
  'surcharge',
  'may-delete',
  'may-destroy-with-approval',
  'flow-goes-on',
] as const;
export type ExpiryOutcome = (typeof EXPIRY_OUTCOMES)[number];

export interface ExtensionRule {
  /** Who approves, as an id of the pack: 'agency-head', 'government-head' … */
  readonly approver: string;
  /** The most it may add, in the rule's own unit; absent where the instrument names no number. */
  readonly max?: number;
  readonly times?: number;
  /** Whether the party must be told, with the reason. */
  readonly isNoticeRequired?: boolean;
  readonly basis?: LegalBasis;
}

export interface LimitRule {
  readonly id: string;
  /** Other names under which laws and tables know the rule. */
  readonly aliases?: readonly string[];
  /** Official short name, Chinese. */
  readonly name: string;
  readonly basis: LegalBasis;
  /** Id of the fact whose day is day 0: 'accepted', 'materials-received' … */
  readonly trigger: string;
  /** The same fact in Chinese, for the people who read the limit. */
  readonly triggerName?: string;
  /** In `unit`; the default where the item of service may set its own. */
  readonly amount: number;
  /** Where a case's own amount comes from; absent when the law fixes it. */
  readonly amountFrom?: 'item-statutory' | 'item-promised' | 'configured';
  readonly unit: LimitUnit;
  /** 'MM-DD', only for DATE: the limit is the first such day on or after `from`. */
  readonly fixedDate?: string;
  readonly direction: 'forward' | 'backward';
  /** Reasons of suspension that this instrument excludes; any other suspension is ignored. */
  readonly suspendedBy: readonly string[];
  readonly extension?: ExtensionRule;
  readonly roll: 'strict-and-rolled' | 'none';
  /** A right of the citizen ends only on the rolled day; a duty of the agency on the strict one. */
  readonly citizenRight?: boolean;
  readonly onExpiry: ExpiryOutcome;
  /** Choices of the place, where `onExpiry` depends on local rules. */
  readonly onExpiryOptions?: readonly string[];
  readonly level: RuleLevel;
  /** Yellow when this share of the amount is left (default 0.2), rounded down, at least 1. */
  readonly warnShare?: number;
  /** Yellow when so many units are left, whatever the share: for DATE, which has no amount. */
  readonly warnDays?: number;
}

/** The rule of that id or alias. */
export function findLimitRule(rules: readonly LimitRule[], id: string): LimitRule | undefined {
  return (
    rules.find((rule) => rule.id === id) ??
    rules.find((rule) => rule.aliases?.includes(id) === true)
  );
}

/** Chinese names of what the rules mention by id. */
export interface LimitTerms {
  readonly suspensionReasons: Readonly<Record<string, string>>;
  readonly approvers: Readonly<Record<string, string>>;
}
