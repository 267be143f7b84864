import type { TopicReasons } from '../insight/index.ts';

/** What is said of a letter that is not solved. */
export interface UnsolvedReasons {
  readonly daysOpen: number;
  readonly daysLate: number;
  readonly reopenings: number;
  readonly isReopened: boolean;
  readonly isUnmended: boolean;
}

/** Words of the reports. */
export interface ReportTexts {
  readonly formula: string;
  readonly others: string;
  readonly notStated: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly channels: Readonly<Record<string, string>>;
  readonly whyHot: (reasons: TopicReasons) => string[];
  readonly whyUnsolved: (reasons: UnsolvedReasons) => string;
}
