/** What is wrong with a row; the text is made from code and parameters. */
export interface RowProblem {
  /** As a spreadsheet counts, the header being row 1; of JSON the line. */
  readonly row: number;
  /** Header of the column as the file writes it; absent where the whole row is meant. */
  readonly column?: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}
