export interface PublicTexts {
  /** In place of a name that nobody gave. */
  readonly citizen: string;
  /** What happened, by the keys of the course. */
  readonly course: Readonly<Record<string, string>>;
}
