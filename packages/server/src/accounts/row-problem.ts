/** What is wrong with a row of a list of staff; the text is made from code and parameters. */
export interface RowProblem {
  /** As a spreadsheet counts, the header being row 1. */
  readonly row: number;
  /** Header of the column as the file writes it; absent where the whole row is meant. */
  readonly column?: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}
