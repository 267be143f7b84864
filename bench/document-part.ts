/** A part of docs/performance.md that the bench writes: the lines between two comments. */
export interface DocumentPart {
  readonly begin: string;
  readonly end: string;
}

/** @throws Error when the document has lost its markers */
export function withPart(document: string, { begin, end }: DocumentPart, text: string): string {
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from === -1 || to < from) throw new Error('docs/performance.md has lost its markers');
  return `${document.slice(0, from + begin.length)}\n\n${text}\n${document.slice(to)}`;
}
