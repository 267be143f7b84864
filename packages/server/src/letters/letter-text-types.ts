export interface LetterTexts {
  /** In place of the name of somebody who gave none. */
  readonly nameless: string;
  readonly told: string;
  readonly answered: string;
  readonly answeredAfter: string;
  readonly and: string;
  readonly units: Readonly<Record<'WD' | 'CD', string>>;
}
