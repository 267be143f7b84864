/** All measurements in one run, on one database that begins empty and is thrown away. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freshFolder } from '../e2e/harness/county-folder.ts';
import {
  openPool,
  startEmbedded,
  type Database,
  type EmbeddedPostgres,
} from '../packages/server/src/platform/db/index.ts';
import { openOffice, type Office } from './accepted-case.ts';
import { createSupply } from './case-supply.ts';
import { describeMachine, loadNow, type Machine } from './machine.ts';
import { measureSearch, type SearchFigures } from './measure-search.ts';
import { measureStart, type StartFigures } from './measure-start.ts';
import { measureSteps, type StepFigures } from './measure-steps.ts';
import { measureDeciding, measureDocuments, type WorkFigures } from './measure-work.ts';
import type { Program } from './program.ts';
import { startReferences } from './references.ts';
import { logInStaff } from './staff-cookies.ts';
import { planSteps } from './step-plan.ts';

export interface Report {
  readonly machine: Machine;
  readonly extent: Extent;
  readonly start: StartFigures;
  readonly steps: readonly StepFigures[];
  readonly deciding: WorkFigures;
  readonly documents: WorkFigures;
  readonly search: SearchFigures;
}

/** How long and how often; `full` is what docs/performance.md shows. */
export interface Extent {
  readonly clientCounts: readonly number[];
  readonly rounds: number;
  readonly secondsPerRound: number;
  readonly searches: number;
}

export const extents = {
  full: { clientCounts: [1, 8, 32], rounds: 5, secondsPerRound: 4, searches: 1000 },
  /** A smoke test: shows that everything runs, and no number of it means anything. */
  quick: { clientCounts: [2], rounds: 1, secondsPerRound: 0.2, searches: 20 },
} satisfies Record<string, Extent>;

/** The pool of the product and so of what it is compared with; the setting's default. */
const poolSize = 10;

export interface MeasureOptions {
  readonly extent: Extent;
  /** Node's flags for the product's process, such as --cpu-prof. */
  readonly nodeFlags?: readonly string[];
  readonly onProgress?: (line: string) => void;
}

export async function measure(options: MeasureOptions): Promise<Report> {
  const loadBefore = loadNow();
  const dataFolder = await freshFolder();
  const { figures, program } = await measureStart(dataFolder, options.nodeFlags ?? []);
  // The program's own database, running: this only finds out how to reach it.
  const embedded = await startEmbedded({ dataDirectory: dataFolder });
  const db = openPool({ url: embedded.urls.app });
  try {
    const office = await openOffice(db, dataFolder);
    const place = { office, db, embedded, program, dataFolder };
    const steps = await measureAllSteps(place, options);
    const { extent } = options;
    const search = await measureSearch(db, office.pack.tenant.id, program, extent.searches);
    return {
      machine: await describeMachine(db, loadBefore),
      extent,
      start: figures,
      steps,
      deciding: await measureDeciding(office, extent),
      documents: await measureDocuments(office, extent),
      search,
    };
  } finally {
    await db.stop();
    await program.stop();
    await rm(embedded.cluster, { recursive: true, force: true });
    await rm(dataFolder, { recursive: true, force: true });
  }
}

interface Place {
  readonly office: Office;
  readonly db: Database;
  readonly embedded: EmbeddedPostgres;
  readonly program: Program;
  readonly dataFolder: string;
}

async function measureAllSteps(
  { office, db, embedded, program, dataFolder }: Place,
  { extent, onProgress = () => undefined }: MeasureOptions,
): Promise<StepFigures[]> {
  const supply = createSupply(db, office);
  await supply.ensure(extent.rounds * 200);
  // Plans prepared on empty tables would stay, and halve everything once the tables have grown.
  await analyse(embedded);
  const plan = await planSteps(office);
  const loginNames = new Map(
    plan.steps.map(({ post }) => [
      post,
      office.pack.people.staff.find((each) => each.posts.includes(post))?.account ?? '',
    ]),
  );
  const password = readFileSync(join(dataFolder, 'demo-password'), 'utf8').trim();
  const cookies = await logInStaff(`http://${program.host}:${program.port}`, password, loginNames);
  const references = await startReferences({ databaseUrl: embedded.urls.app, poolSize, plan });
  try {
    const input = { supply, plan, references, program, cookies, ...extent, onProgress };
    return await measureSteps(input);
  } finally {
    await references.stop();
  }
}

async function analyse(embedded: EmbeddedPostgres): Promise<void> {
  const owner = openPool({ url: embedded.urls.owner, max: 1 });
  await owner.query('ANALYZE');
  await owner.stop();
}
