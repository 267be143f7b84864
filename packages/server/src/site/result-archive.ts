/** One result package: all documents of all parts of a joint case, each part in its folder. */
import type { DownloadableFile } from '@yichuang/portal';
import type { CaseState } from '@yichuang/kernel/case';
import { zipSync } from 'fflate';
import { isForApplicant, type StoredCase } from '../cases/index.ts';
import { archiveName } from './site.messages.ts';

export interface ArchiveDeps {
  readonly find: (caseId: string) => Promise<StoredCase | undefined>;
  readonly documentName: (template: string) => string;
  readonly getBytes: (sha256: string) => Promise<Uint8Array>;
}

/** Undefined while nothing was issued. */
export async function resultArchive(
  deps: ArchiveDeps,
  whole: CaseState,
): Promise<DownloadableFile | undefined> {
  const ids = Object.values(whole.subcases).flatMap(({ parts }) =>
    Object.values(parts).flatMap(({ caseId }) => caseId ?? []),
  );
  const found = await Promise.all(ids.map((id) => deps.find(id)));
  const states = [whole, ...found.flatMap((each) => each?.state ?? [])];
  const entries = await Promise.all(states.map((state) => entriesOf(deps, state)));
  const files = Object.fromEntries(entries.flat());
  if (Object.keys(files).length === 0) return undefined;
  const name = archiveName.replace('{number}', () => whole.number);
  // Signed PDF files hardly shrink: stored as they are.
  return { mediaType: 'application/zip', name, bytes: zipSync(files, { level: 0 }) };
}

async function entriesOf(
  deps: ArchiveDeps,
  state: CaseState,
): Promise<(readonly [string, Uint8Array])[]> {
  const issued = Object.values(state.documents)
    .filter(isForApplicant)
    .flatMap(({ template, number = '', sha256 }) =>
      sha256 === undefined ? [] : [{ template, number, sha256 }],
    );
  return Promise.all(
    issued.map(async ({ template, number, sha256 }) => {
      const file = inPath(`${deps.documentName(template)} ${number}`);
      return [`${inPath(state.itemName)}/${file}.pdf`, await deps.getBytes(sha256)] as const;
    }),
  );
}

/** A name that every system takes as one part of a path. */
function inPath(name: string): string {
  return name.replace(/[/\\:*?"<>|\p{Cc}]+/gu, '-').trim();
}
