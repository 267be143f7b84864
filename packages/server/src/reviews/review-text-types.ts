export interface ReviewTexts {
  /** In whose name the case of a bad review is opened. */
  readonly deskName: string;
  /** A group of so few that their authors might be told. */
  readonly others: string;
  /** `{post}` and the number of who holds it. */
  readonly person: string;
  /** How each figure is counted, by its name. */
  readonly formulas: Readonly<Record<string, string>>;
}

export type ReviewRefusalCode =
  | 'review-code-unknown'
  | 'review-invitation-unknown'
  | 'review-invitation-expired'
  | 'review-given-already'
  | 'review-not-mended'
  | 'review-screen-of-staff'
  | 'review-reason-unknown'
  | 'review-phone-needed'
  | 'review-item-unknown'
  | 'review-not-offered'
  | 'review-unknown'
  | 'review-of-own-unit'
  | 'review-not-finished'
  | 'review-period-wrong';
