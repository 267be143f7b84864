import type { Instant, PlainDate } from '@yichuang/kernel/time';

/** What of a letter is looked at to find hot topics. */
export interface TopicLetter {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly at: Instant;
  readonly senderId: string;
  readonly likes?: number;
  readonly dislikes?: number;
}

export interface TopicOptions {
  /** First and last day of the report, both in it. */
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate;
  /** Topics wanted, hottest first. */
  readonly most: number;
  /** Cuts a text into its words, nothing left out: `Segmenter.cut` of the catalogue. */
  readonly cut: (text: string) => string[];
  /** Names of the tenant's divisions down to the county; they tell no letter from another. */
  readonly divisions?: readonly string[];
  /** Topics of fewer letters are not topics. Three unless told. */
  readonly leastLetters?: number;
}

/** One matter at one place that several letters speak of. */
export interface HotTopic {
  /** Name of a place or unit as the letters write it; none where the matter has no single one. */
  readonly place: string | undefined;
  readonly concern: string;
  /** Place and matter as one phrase. */
  readonly title: string;
  readonly heat: number;
  readonly letterIds: readonly string[];
  readonly senders: number;
  readonly firstOn: PlainDate;
  readonly lastOn: PlainDate;
  readonly trend: readonly TrendStep[];
  readonly why: TopicReasons;
}

/** Letters of a day (reports up to a month) or of seven days, oldest first, none left out. */
export interface TrendStep {
  readonly fromOn: PlainDate;
  readonly letters: number;
}

/** What the heat was made of, and the phrases that the letters share. */
export interface TopicReasons {
  readonly letters: number;
  readonly senders: number;
  readonly votes: number;
  /** Mean likeness of two of its letters, 0 to 1. */
  readonly cohesion: number;
  /** Share of its letters whose title names a place, where they agree on none: 0 to 1. */
  readonly elsewhere: number;
  readonly phrases: readonly { readonly text: string; readonly letters: number }[];
}
