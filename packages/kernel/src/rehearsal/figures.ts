/** What a run leaves behind, before anything is averaged. */
/** Times in working minutes from the first morning. */
export interface RehearsedCase {
  readonly filedAt: number;
  readonly acceptedAt: number;
  readonly decidedAt: number;
  readonly endedAt: number;
  /** Minutes between acceptance and decision in which the law's clock stood still. */
  readonly excluded: number;
  /** Minutes until somebody began, by post; branches beside each other count each. */
  readonly waited: Readonly<Record<string, number>>;
}

export interface PostFigures {
  readonly people: number;
  /** Person-minutes at work on the days that count. */
  readonly busy: number;
  /** Integral of the number of waiting tasks over the days that count. */
  readonly queued: number;
  /** Tasks that came on all days. */
  readonly tasks: number;
}

export interface RunFigures {
  /** In the order of their filing. */
  readonly cases: readonly RehearsedCase[];
  /** Cases filed and ended when the last day on which cases come in is over. */
  readonly arrived: number;
  readonly endedByThen: number;
  readonly posts: Readonly<Record<string, PostFigures>>;
}
