/** Rows of texts as they stand in a file, before the header is understood. */
export type RawRows = readonly (readonly string[])[];

/** Why a file gives no rows, and at which one that was seen. */
export interface Unreadable {
  readonly code: 'file-not-readable' | 'encoding-unknown' | 'row-broken' | 'file-too-large';
  readonly row: number;
}
