/** Words of the import of letters. */
export interface ImportTexts {
  /** How a sender without a name is called. */
  readonly nameless: string;
  readonly problems: Readonly<Record<string, string>>;
}
