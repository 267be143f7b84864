import { createHash } from 'node:crypto';
import {
  findFirstPage,
  readDictionary,
  readPdfStructure,
  UnsupportedPdfError,
} from './pdf-structure.ts';
import type { PdfStructure } from './pdf-structure.ts';
import { encodeSealSignature, encodeSignedAttributes } from './seal-signature.ts';
import type { SealSigner } from './seal-signer.ts';

/** How a document is sealed. */
export interface SealOptions {
  readonly signer: SealSigner;
  /** Name of the sealing organisation, as shown by PDF readers. */
  readonly name: string;
  /** Why: usually the document's title. */
  readonly reason: string;
  /** Where: usually the county. */
  readonly location: string;
  /** The instant of sealing. */
  readonly at: Date;
}

/** Room for signature, attributes and algorithm identifiers beside the certificates, in bytes. */
const ROOM_BESIDE_CERTIFICATES = 1536;
const RANGE_DIGITS = 10;

/**
 * Seals a rendered document: a PAdES baseline signature (B-B, detached CMS, ETSI.CAdES.detached)
 * in an incremental update. The rendered bytes stay as they are, in front of it.
 *
 * A document bears one seal: any later change, a second seal included, would leave the first one
 * covering a part only, which `verifySealedPdf` calls invalid. Throws UnsupportedPdfError for a
 * file that we did not render or that is already sealed.
 */
export async function sealPdf(pdf: Uint8Array, options: SealOptions): Promise<Uint8Array> {
  const room = ROOM_BESIDE_CERTIFICATES + totalLength(options.signer.certificateChain);
  const { file, gapStart, gapEnd } = appendEmptySeal(pdf, options, room);
  const digest = createHash('sha256')
    .update(file.subarray(0, gapStart))
    .update(file.subarray(gapEnd))
    .digest();
  const [own] = options.signer.certificateChain;
  if (own === undefined) throw new Error('a signer without a certificate cannot seal');
  const signature = await options.signer.sign(encodeSignedAttributes(digest, own));
  const cms = encodeSealSignature(digest, options.signer.certificateChain, signature);
  if (cms.length > room) throw new Error(`the signature takes ${cms.length} of ${room} bytes`);
  file.write(Buffer.from(cms).toString('hex'), gapStart + 1, 'latin1');
  return file;
}

/** The document with a seal whose `/Contents` is zeros from `gapStart` (its `<`) to `gapEnd`. */
function appendEmptySeal(
  pdf: Uint8Array,
  options: SealOptions,
  room: number,
): { file: Buffer; gapStart: number; gapEnd: number } {
  const structure = readPdfStructure(pdf);
  const page = findFirstPage(structure);
  const seal = structure.size;
  const field = seal + 1;
  const zeros = '0'.repeat(room * 2);
  const { objects, table } = layOut(pdf.length, [
    [seal, sealDictionary(options, zeros)],
    [field, fieldDictionary(seal, page)],
    [page, withAnnotation(readDictionary(structure, page), field)],
    [structure.root, withForm(readDictionary(structure, structure.root), field)],
  ]);
  const xrefOffset = pdf.length + objects.length;
  const trailer = trailerOf(structure, field + 1, createHash('sha256').update(objects).digest());
  const tail = `${table}${trailer}startxref\n${xrefOffset}\n%%EOF\n`;
  const file = Buffer.concat([pdf, Buffer.from(objects + tail, 'latin1')]);
  const gapStart = pdf.length + objects.indexOf(`<${zeros}>`);
  const gapEnd = gapStart + zeros.length + 2;
  const range = [0, gapStart, gapEnd, file.length - gapEnd];
  const written = range.map((one) => String(one).padStart(RANGE_DIGITS, '0')).join(' ');
  file.write(written, pdf.length + objects.indexOf('/ByteRange [') + '/ByteRange ['.length);
  return { file, gapStart, gapEnd };
}

/** Objects one after another from byte `start`, and their cross-reference table. */
function layOut(
  start: number,
  bodies: readonly (readonly [number, string])[],
): { objects: string; table: string } {
  // Typst may end without a line break; an object must begin on its own line.
  let objects = '\n';
  let table = 'xref\n';
  for (const [number, body] of bodies) {
    const offset = String(start + objects.length).padStart(10, '0');
    table += `${number} 1\n${offset} 00000 n \n`;
    objects += `${number} 0 obj\n${body}\nendobj\n`;
  }
  return { objects, table };
}

function sealDictionary(options: SealOptions, zeros: string): string {
  const range = Array.from({ length: 4 }, () => '0'.repeat(RANGE_DIGITS)).join(' ');
  return [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/ByteRange [${range}]`,
    `/Contents <${zeros}>`,
    `/Name ${pdfText(options.name)}`,
    `/Reason ${pdfText(options.reason)}`,
    `/Location ${pdfText(options.location)}`,
    `/M ${pdfDate(options.at)} >>`,
  ].join('\n');
}

/** The visible seal is part of the page; the field itself has no appearance and no area. */
function fieldDictionary(seal: number, page: number): string {
  return (
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal-1) /V ${seal} 0 R\n` +
    `/P ${page} 0 R /Rect [0 0 0 0] /F 132 >>`
  );
}

function withForm(catalog: string, field: number): string {
  if (/\/AcroForm\b/.test(catalog)) throw new UnsupportedPdfError('the file already has a form');
  return `${catalog.slice(0, -2)}/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>\n>>`;
}

function withAnnotation(page: string, field: number): string {
  if (!/\/Annots\b/.test(page)) return `${page.slice(0, -2)}/Annots [${field} 0 R]\n>>`;
  if (!/\/Annots\s*\[/.test(page)) {
    throw new UnsupportedPdfError('the annotations of the first page are a separate object');
  }
  return page.replace(/\/Annots\s*\[/, `/Annots [${field} 0 R `);
}

function trailerOf(structure: PdfStructure, size: number, changeId: Buffer): string {
  const id = changeId.toString('hex').slice(0, 32);
  return [
    `trailer\n<< /Size ${size}`,
    `/Root ${structure.root} 0 R`,
    structure.info === undefined ? '' : `/Info ${structure.info}`,
    `/Prev ${structure.xrefOffset}`,
    `/ID [${structure.id ?? `<${id}>`} <${id}>] >>\n`,
  ].join(' ');
}

/** A PDF text string, UTF-16BE in hexadecimal: no character of it can end the string. */
function pdfText(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

function pdfDate(at: Date): string {
  return `(D:${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z)`;
}

function totalLength(chain: readonly Uint8Array[]): number {
  return chain.reduce((sum, one) => sum + one.length, 0);
}
