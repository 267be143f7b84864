/**
 * As much of a PDF's structure as sealing needs: where objects lie, and what an object says.
 *
 * Typst writes plain objects and a classic cross-reference table. Object streams, cross-reference
 * streams never occur in what we render, and are refused by name rather than guessed at: a general
 * PDF reader would be a large thing to trust for three dictionaries.
 */
export interface PdfStructure {
  /** The file, one character a byte. */
  readonly text: string;
  /** Byte offset of the last cross-reference table. */
  readonly xrefOffset: number;
  /** One more than the highest object number. */
  readonly size: number;
  readonly root: number;
  /** `/Info` reference as written, when there is one. */
  readonly info: string | undefined;
  /** First string of `/ID` as written, when there is one. */
  readonly id: string | undefined;
  /** Object number to byte offset. */
  readonly offsets: ReadonlyMap<number, number>;
}

/** The PDF is not of the kind that we write; `message` says what was met. */
export class UnsupportedPdfError extends Error {
  override readonly name = 'UnsupportedPdfError';
}

/** Reads the structure of a PDF of one revision. Throws UnsupportedPdfError. */
export function readPdfStructure(pdf: Uint8Array): PdfStructure {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const xrefOffset = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? Number.NaN);
  if (Number.isNaN(xrefOffset)) throw new UnsupportedPdfError('the file does not end as a PDF');
  if (!text.startsWith('xref', xrefOffset)) {
    throw new UnsupportedPdfError('the cross-reference table is a stream');
  }
  const trailerOffset = text.indexOf('trailer', xrefOffset);
  if (trailerOffset < 0) throw new UnsupportedPdfError('the trailer is missing');
  const trailer = text.slice(trailerOffset);
  if (/\/Prev\s/.test(trailer)) {
    throw new UnsupportedPdfError('the file has been changed or sealed since it was rendered');
  }
  if (/\/Encrypt\s/.test(trailer)) throw new UnsupportedPdfError('the file is encrypted');
  return {
    text,
    xrefOffset,
    size: matchNumber(trailer, /\/Size\s+(\d+)/, 'the size'),
    root: matchNumber(trailer, /\/Root\s+(\d+)\s+0\s+R/, 'the root'),
    info: /\/Info\s+(\d+\s+0\s+R)/.exec(trailer)?.[1],
    id: /\/ID\s*\[\s*(<[^>]*>|\((?:\\.|[^\\)])*\))/.exec(trailer)?.[1],
    offsets: readTable(text.slice(xrefOffset, trailerOffset)),
  };
}

/** The dictionary of an object, from its `<<` to its last `>>`. */
export function readDictionary(structure: PdfStructure, number: number): string {
  const offset = structure.offsets.get(number);
  const head = new RegExp(`^${number}\\s+0\\s+obj\\s*(?=<<)`);
  const end = offset === undefined ? -1 : structure.text.indexOf('endobj', offset);
  const body = offset === undefined || end < 0 ? '' : structure.text.slice(offset, end);
  const found = head.exec(body);
  if (found === null || body.includes('stream')) {
    throw new UnsupportedPdfError(`object ${number} is not a plain dictionary`);
  }
  return body.slice(found[0].length, body.lastIndexOf('>>') + 2);
}

/** Object number of the first page: the leftmost leaf of the page tree. */
export function findFirstPage(structure: PdfStructure): number {
  let number = referenceIn(readDictionary(structure, structure.root), /\/Pages\s+(\d+)\s+0\s+R/);
  for (let depth = 0; depth < 32; depth += 1) {
    const dictionary = readDictionary(structure, number);
    if (!/\/Type\s*\/Pages\b/.test(dictionary)) return number;
    number = referenceIn(dictionary, /\/Kids\s*\[\s*(\d+)\s+0\s+R/);
  }
  throw new UnsupportedPdfError('the page tree is too deep');
}

function readTable(table: string): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>();
  let next = 0;
  for (const line of table.split(/\r?\n|\r/)) {
    const section = /^(\d+) (\d+)\s*$/.exec(line);
    const entry = /^(\d{10}) (\d{5}) ([nf])\s*$/.exec(line);
    if (section !== null) next = Number(section[1]);
    if (entry === null) continue;
    if (entry[3] === 'n') offsets.set(next, Number(entry[1]));
    next += 1;
  }
  return offsets;
}

function referenceIn(dictionary: string, pattern: RegExp): number {
  return matchNumber(dictionary, pattern, 'a page reference');
}

function matchNumber(text: string, pattern: RegExp, what: string): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new UnsupportedPdfError(`${what} is missing`);
  return Number(found);
}
