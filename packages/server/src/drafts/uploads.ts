import { Readable } from 'node:stream';
import { refuse, type FilePage, type ItemDefinition } from '@yichuang/kernel/case';
import type { FileRule, FileStore } from '../platform/files/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { RateLimiter } from '../platform/rate-limit/index.ts';
import type { DraftOutcome } from './drafts.ts';
import type { DraftStore } from './draft-store.ts';
import { pageLabel } from './page-label.ts';

export interface UploadDeps {
  readonly files: FileStore;
  readonly drafts: DraftStore;
  readonly clock: Clock;
  readonly limiter: RateLimiter;
  readonly findItem: (code: string, version?: number) => Promise<ItemDefinition | undefined>;
}

export interface UploadTarget {
  readonly itemCode: string;
  /** Of the case that it is for; without it the version in force. */
  readonly itemVersion?: number;
  readonly materialId: string;
}

/** Where an item sets no rule of its own: what counters take everywhere. */
const DEFAULT_RULE: FileRule = {
  accept: ['image/jpeg', 'image/png', 'application/pdf'],
  maxBytes: 10 * 1024 * 1024,
};

/** A drawn signature: small, and always a picture with transparency. */
const SIGNATURE_RULE: FileRule = { accept: ['image/png'], maxBytes: 200 * 1024 };
export const SIGNATURE = 'signature';

/** Several thick filings an hour; without a bound one log-in could fill the disk. */
const UPLOAD_RATE = { limit: 600, windowMs: 60 * 60_000 };

/** Stores one page of a material, checked against its rule, as this person's upload. */
export async function uploadPage(
  deps: UploadDeps,
  personId: string,
  target: UploadTarget,
  file: { readonly name: string; readonly stream: AsyncIterable<Uint8Array> },
): Promise<DraftOutcome<FilePage>> {
  const item = await deps.findItem(target.itemCode, target.itemVersion);
  const material = item?.materials.find((m) => m.id === target.materialId);
  if (material === undefined && target.materialId !== SIGNATURE) {
    return { ok: false, refusals: [refuse('material-unknown', { material: target.materialId })] };
  }
  const taken = await deps.limiter.take(`upload ${personId}`, UPLOAD_RATE);
  if (!taken.ok) return { ok: false, refusals: [taken.refusal] };
  const rule = material === undefined ? SIGNATURE_RULE : (material.upload ?? DEFAULT_RULE);
  const source = file.stream instanceof Readable ? file.stream : Readable.from(file.stream);
  const stored = await deps.files.put(source, rule, personId);
  if (!stored.ok) return { ok: false, refusals: [stored.refusal] };
  await deps.drafts.recordUpload(personId, stored.file.sha256, deps.clock.now());
  const { sha256, bytes, mediaType, width, height } = stored.file;
  return {
    ok: true,
    value: {
      sha256,
      name: pageLabel(file.name),
      mediaType,
      bytes,
      ...(width === undefined || height === undefined ? {} : { width, height }),
    },
  };
}
