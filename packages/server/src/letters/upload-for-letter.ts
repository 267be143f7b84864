import type { FilePage } from '@yichuang/kernel/case';
import { uploadPage } from '../drafts/index.ts';
import { admit } from './letter-gate.ts';
import type { LetterDeps, Outcome } from './letter-deps.ts';
import { ATTACHMENTS, uploadersOf, type Writer } from './letter-writer.ts';

/** Stores one photo, video or document, checked against the rule of its item. */
export async function uploadForLetter(
  deps: LetterDeps,
  writer: Writer,
  itemCode: string,
  file: { readonly name: string; readonly stream: AsyncIterable<Uint8Array> },
): Promise<Outcome<FilePage>> {
  const [uploader] = uploadersOf(writer);
  if (uploader === undefined) return { ok: false, refusals: [{ code: 'upload-not-yours' }] };
  const refusal = await admit(deps, 'upload', writer);
  if (refusal !== undefined) return { ok: false, refusals: [refusal] };
  return uploadPage(deps.uploads, uploader, { itemCode, materialId: ATTACHMENTS }, file);
}
