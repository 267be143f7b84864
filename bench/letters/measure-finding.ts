import { rm } from 'node:fs/promises';
import { freshFolder } from '../../e2e/harness/county-folder.ts';
import {
  openLetterFinder,
  type IndexedLetter,
  type LetterFinder,
  type ShelfRights,
} from '../../packages/server/src/insight/index.ts';
import { migrate, openPool, startEmbedded } from '../../packages/server/src/platform/db/index.ts';
import { quantile } from '../statistics.ts';
import { supplyLetters } from './letter-supply.ts';
import { loadLetters } from './load-letters.ts';
import { randomFrom } from './random.ts';

/** Milliseconds of one question, asked one after another. */
export interface Latency {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

export interface FindingFigures {
  readonly source: string;
  readonly seed: number;
  /** For each number of letters on the shelf, the fewest first. */
  readonly sizes: readonly {
    readonly letters: number;
    readonly search: Latency;
    readonly similar: Latency;
    readonly lists: Latency;
  }[];
}

export interface FindingExtent {
  readonly counts: readonly number[];
  readonly questions: number;
  readonly onProgress?: (line: string) => void;
}

const seed = 20_261_122;
const page = 20;

/** Search, similar letters while typing and lists, on a database of its own for each size. */
export async function measureFinding(extent: FindingExtent): Promise<FindingFigures> {
  const supply = supplyLetters();
  const sizes: FindingFigures['sizes'][number][] = [];
  for (const count of extent.counts) {
    const letters = () => supply.letters(count, seed);
    sizes.push({ letters: count, ...(await measureSize(letters, extent)) });
  }
  return { source: supply.source, seed, sizes };
}

async function measureSize(
  letters: () => Iterable<IndexedLetter>,
  { questions, onProgress = () => undefined }: FindingExtent,
): Promise<Record<'search' | 'similar' | 'lists', Latency>> {
  const dataDirectory = await freshFolder();
  const embedded = await startEmbedded({ dataDirectory });
  try {
    await migrate(embedded.urls);
    const db = openPool({ url: embedded.urls.app });
    const owner = openPool({ url: embedded.urls.owner, max: 1, statementTimeoutMs: 900_000 });
    const startedAt = performance.now();
    await loadLetters({ db, owner }, tenantId, letters());
    onProgress(`letters loaded in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
    const finder = openLetterFinder(db, { tenantId, shelf: 'office', nowMs: () => 0 });
    const asked = questionsOf([...letters()], questions);
    const figures = {
      search: await timed(asked.searches, async (search) => finder.search(search)),
      similar: await timed(asked.drafts, async (draft) => similarTo(finder, draft)),
      lists: await timed(asked.lists, async (list) => finder.search(list)),
    };
    await db.stop();
    await owner.stop();
    return figures;
  } finally {
    await embedded.stop();
    await rm(embedded.cluster, { recursive: true, force: true });
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

const tenantId = 'bench';
type Search = Parameters<LetterFinder['search']>[0];

async function similarTo(
  finder: LetterFinder,
  { letter, characters, rights }: Typing,
): Promise<unknown> {
  const draft = { title: letter.title, body: letter.body.slice(0, characters) };
  return await finder.similar({ draft, rights, most: 5 });
}

interface Typing {
  readonly letter: IndexedLetter;
  readonly characters: number;
  readonly rights: ShelfRights;
}

/** What staff look for and people type: pieces of letters, common and rare, with all rights. */
function questionsOf(
  letters: readonly IndexedLetter[],
  count: number,
): { searches: Search[]; drafts: Typing[]; lists: Search[] } {
  const random = randomFrom(seed + 1);
  const one = (): IndexedLetter => {
    const letter = letters[Math.floor(random() * letters.length)];
    if (letter === undefined) throw new RangeError('no letters');
    return letter;
  };
  const rights = (orgId: string, n: number): ShelfRights =>
    n % 2 === 0 ? { maySeeWithheld: true } : { readers: [`org:${orgId}`], maySeeWithheld: false };
  const each = Array.from({ length: count }, (_, n) => n);
  return {
    searches: each.map((n) => {
      const letter = one();
      const filter = n % 3 === 0 ? { orgId: letter.orgId } : {};
      return { text: pieceOf(letter, random), filter, rights: rights(letter.orgId, n), most: page };
    }),
    drafts: each.map((n) => {
      const letter = one();
      return { letter, characters: Math.floor(random() * 300), rights: rights(letter.orgId, n) };
    }),
    lists: each.map((n) => {
      const { orgId, receivedAt, caseId } = one();
      const filter = n % 3 === 0 ? { orgId } : {};
      const place = n % 4 === 0 ? {} : { after: { receivedAt, caseId } };
      return { text: '', filter, rights: rights(orgId, n), most: page, ...place };
    }),
  };
}

/** Two to six characters in a row of the title or the body, as one would copy them. */
function pieceOf({ title, body }: IndexedLetter, random: () => number): string {
  const runs = `${title}，${body}`.match(/\p{Script=Han}{2,}/gu) ?? ['小区'];
  const run = runs[Math.floor(random() * runs.length)] ?? '小区';
  const length = Math.min(run.length, 2 + Math.floor(random() * 5));
  const at = Math.floor(random() * (run.length - length + 1));
  return run.slice(at, at + length);
}

async function timed<T>(asked: readonly T[], ask: (one: T) => Promise<unknown>): Promise<Latency> {
  // The first few load plans and pages; they are asked again below.
  for (const one of asked.slice(0, 20)) await ask(one);
  const tookMs: number[] = [];
  for (const one of asked) {
    const startedAt = performance.now();
    await ask(one);
    tookMs.push(performance.now() - startedAt);
  }
  const [p50Ms, p95Ms, p99Ms] = [0.5, 0.95, 0.99].map((share) => quantile(tookMs, share));
  return { p50Ms: p50Ms ?? NaN, p95Ms: p95Ms ?? NaN, p99Ms: p99Ms ?? NaN };
}
