/** A pack that was exported elsewhere becomes drafts here: nothing comes into force by itself. */
import type { DesignImport } from '@yichuang/contracts';
import {
  JsonSyntaxError,
  packProblemText,
  readJsonPlaces,
  type PackProblemCode,
} from '../catalogue/index.ts';
import { fill } from '../cases/index.ts';
import { isStorable } from '../platform/http/index.ts';
import type { Language, Refusal } from '../platform/refusal.ts';
import type { DesignDeps } from './design-deps.ts';
import { insertDraft, rootOrgId } from './design-drafts.ts';
import { designProblems } from './design-problems.ts';
import type { Designer } from './designer.ts';
import { openArchive, type ArchivedFile } from './open-archive.ts';
import { readItem } from './read-item.ts';
import { designerRefusals, refuseDesign, type DesignOutcome } from './refusals.ts';
import { importTexts } from './texts/import.messages.ts';

type Failure = DesignImport['failures'][number];
type Made = DesignImport['drafts'][number];

const ITEM_FILE = /(?:^|\/)items\/[^/]+\.json$/u;
const PACK_FILE = /(?:^|\/)pack\.json$/u;
/** Of a file that is no item at all, a person can use the first few reasons. */
const MOST_FAILURES = 20;

export async function importArchive(
  deps: DesignDeps,
  designer: Designer,
  bytes: Uint8Array,
  language: Language,
): Promise<DesignOutcome<DesignImport>> {
  const opened = openArchive(bytes, (path) => ITEM_FILE.test(path) || PACK_FILE.test(path));
  if (!opened.ok) return opened;
  const items = opened.value.filter(({ path }) => ITEM_FILE.test(path));
  if (items.length === 0) return refuseDesign('design-archive-empty');
  const failures: Failure[] = opened.value
    .filter(({ path }) => PACK_FILE.test(path))
    .flatMap((file) => needsOf(deps, file, language));
  const drafts: Made[] = [];
  for (const file of items) {
    const read = await importFile(deps, designer, file, language);
    if ('draftId' in read) drafts.push(read);
    else failures.push(...read.failures.slice(0, MOST_FAILURES));
  }
  return { ok: true, value: { drafts, failures } };
}

async function importFile(
  deps: DesignDeps,
  designer: Designer,
  file: ArchivedFile,
  language: Language,
): Promise<Made | { readonly failures: readonly Failure[] }> {
  const json = readJson(file, language);
  if ('failures' in json) return json;
  const { value, lineOf } = json;
  const read = readItem(value, rootOrgId(deps));
  if (!read.ok) {
    return {
      failures: read.problems.map(({ pointer, code, params }) =>
        failureAt(file, { line: lineOf(pointer), path: pointer }, code, params, language),
      ),
    };
  }
  const { item } = read;
  const known = await deps.findItem(item.code);
  const made = await insertDraft(deps, designer, item, known?.version);
  if (!made.ok) return { failures: [refusedAt(file, made.refusals[0], language)] };
  const problems = await designProblems(deps, item, language);
  return { draftId: made.value, file: file.path, itemCode: item.code, name: item.name, problems };
}

type ReadJson = ReturnType<typeof readJsonPlaces> | { readonly failures: readonly Failure[] };

function readJson(file: ArchivedFile, language: Language): ReadJson {
  try {
    const read = readJsonPlaces(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes));
    if (isStorable(read.value)) return read;
    return { failures: [plainFailure(file, 'text-not-storable', language)] };
  } catch (error) {
    if (error instanceof TypeError) {
      return { failures: [plainFailure(file, 'text-not-utf-8', language)] };
    }
    if (!(error instanceof JsonSyntaxError)) throw error;
    const { line, message: problem } = error;
    return { failures: [failureAt(file, { line, path: '' }, 'not-json', { problem }, language)] };
  }
}

/** A pack that needs what is not here is told so; its items say what they miss of it. */
function needsOf({ pack }: DesignDeps, file: ArchivedFile, language: Language): Failure[] {
  const read = readJson(file, language);
  if ('failures' in read) return [...read.failures];
  const { needs } = (read.value ?? {}) as { readonly needs?: unknown };
  const here = new Set([pack.id, ...pack.overlays.map(({ id }) => id)]);
  return (Array.isArray(needs) ? needs : [])
    .filter((id): id is string => typeof id === 'string' && !here.has(id))
    .map((id) => {
      const place = { line: read.lineOf('/needs'), path: '/needs' };
      return failureAt(file, place, 'unknown-pack', { id }, language);
    });
}

function failureAt(
  { path: file }: ArchivedFile,
  { line, path }: { readonly line: number; readonly path: string },
  code: PackProblemCode,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): Failure {
  const text = packProblemText({ file, line, element: path, code, params }, language);
  return { file, line, path, code, text };
}

function plainFailure(
  { path: file }: ArchivedFile,
  code: keyof (typeof importTexts)['en'],
  language: Language,
): Failure {
  return { file, line: 1, path: '', code, text: importTexts[language][code] };
}

function refusedAt(
  { path: file }: ArchivedFile,
  refusal: Refusal | undefined,
  language: Language,
): Failure {
  const code = refusal?.code ?? '';
  const { detail = code, nextStep = '' } = designerRefusals.texts[language][code] ?? {};
  return { file, line: 1, path: '', code, text: fill(detail + nextStep, refusal?.params ?? {}) };
}
