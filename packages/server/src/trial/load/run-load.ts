/**
 * Fills a trial county by living in it: its clock begins weeks ago and goes forward to now, people
 * file and write, staff act through the same interface as everybody, jobs make documents, limits
 * run out. Nothing is written past the rules, so nothing can be there that could not have happened.
 * What is refused is left lying, as it would be.
 */
import type { CaseView, DraftView, TrialFilling, TrialLoad } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { addMs, instantMs, type Instant } from '@yichuang/kernel/time';
import { chanceOf, delayMs } from './habits.ts';
import { letterOf, ownWords, pick, townsman, type Townsman } from './invented-town.ts';
import type { Caller, LoadCounty } from './load-county.ts';
import { listCorrections, listUnrated, listWaiting, type WaitingTask } from './load-rows.pg.ts';
import { planFilings, roundsBetween, type PlannedFiling } from './plan-load.ts';
import { nextAct } from './staff-turn.ts';
import { town } from './town.messages.ts';

export interface LoadRun {
  readonly county: LoadCounty;
  readonly load: TrialLoad;
  /** Filings altogether. */
  readonly count: number;
  readonly from: Instant;
  /** Filings done by an earlier run of the same load that was broken off. */
  readonly done: number;
  readonly keep: (filling: TrialFilling) => Promise<void>;
  readonly isStopped: () => boolean;
}

const DAY_MS = 24 * 3_600_000;
/** Of those asked to correct something, so many do; within so many days. */
const CORRECTING = 0.85;
const CORRECTION_DAYS = 5;
const RATING = 0.5;

interface Residents {
  of(who: Townsman): Promise<{ caller: Caller; personId: string; page: string }>;
  known(personId: string): { caller: Caller; page: string } | undefined;
}

/** @throws what the county throws; refusals of single acts are left lying */
export async function runLoad(run: LoadRun): Promise<void> {
  const { county, load, count } = run;
  const rounds = roundsBetween(run.from, county.until, county.calendar);
  const plan = planFilings(load.seed, count, rounds);
  const residents = keepResidents(county);
  const filling = { ...load, planned: count };
  let filed = run.done;
  const units = createUnits();
  for (const { who } of plan.slice(0, filed)) await residents.of(townsman(load.seed, who));
  for (const round of rounds) {
    if (run.isStopped()) return;
    const ahead = instantMs(round.at) - instantMs(county.now());
    if (ahead > 0) await county.moveBy(ahead);
    for (const filing of plan.slice(filed)) {
      if (filing.at > round.at || run.isStopped()) break;
      await file(run, residents, filing);
      filed = filing.index + 1;
    }
    if (round.isOffice) await workThrough(run, units);
    await answerBack(run, residents);
    await run.keep({ ...filling, state: 'filling', filed });
  }
  const rest = instantMs(county.until) - instantMs(county.now());
  if (rest > 0) await county.moveBy(rest);
  await run.keep({ ...filling, state: 'done', filed });
}

function keepResidents(county: LoadCounty): Residents {
  const byNumber = new Map<number, Promise<{ caller: Caller; personId: string; page: string }>>();
  const byId = new Map<string, { caller: Caller; page: string }>();
  return {
    async of(who) {
      const found = byNumber.get(who.n) ?? county.resident(who);
      byNumber.set(who.n, found);
      const resident = await found;
      byId.set(resident.personId, resident);
      return resident;
    },
    known: (personId) => byId.get(personId),
  };
}

async function file(run: LoadRun, residents: Residents, filing: PlannedFiling): Promise<void> {
  const { county, load } = run;
  const who = townsman(load.seed, filing.who);
  const { caller, page } = await residents.of(who);
  if (filing.kind === 'letter') return writeLetter(run, caller, filing);
  const item = pick(county.items, filing.which);
  const made = await caller.ask('POST', '/api/my/drafts', { itemCode: item.code });
  if (made.status !== 201) return;
  const { draftId } = made.body as DraftView;
  const form = ownWords(item, county.formOf(item), load.seed, who, filing.index);
  const path = `/api/my/drafts/${draftId}`;
  await caller.ask('PATCH', path, { form, materials: materialsOf(item, page) });
  await caller.ask('POST', `${path}/file`);
}

function materialsOf({ materials }: ItemDefinition, page: string) {
  return materials.map(({ id, carrier }) => {
    const isOnPaper = carrier === 'paper';
    const pages = isOnPaper ? [] : [{ sha256: page, name: '1.jpg' }];
    return { materialId: id, pages, isOnPaper };
  });
}

async function writeLetter({ load }: LoadRun, caller: Caller, filing: PlannedFiling) {
  const itemCode = pick(['wz-complaint', 'wz-consult', 'wz-suggestion', 'wz-help'], filing.which);
  const form = letterOf(load.seed, filing.index);
  await caller.ask('POST', '/api/letters', { itemCode, form });
}

type Units = (asked: Caller) => Promise<readonly string[]>;

/** Units that take letters in, from the first person who may know. */
function createUnits(): Units {
  let known: readonly string[] = [];
  return async (caller) => {
    if (known.length > 0) return known;
    const found = await caller.ask('GET', '/api/letters/units');
    if (found.status !== 200) return known;
    const units = found.body as { orgId: string; hasReception: boolean }[];
    known = units.flatMap(({ orgId, hasReception }) => (hasReception ? [orgId] : []));
    return known;
  };
}

async function workThrough(run: LoadRun, units: Units): Promise<void> {
  const { county, load } = run;
  const now = county.now();
  for (const task of await listWaiting(county.db, county.trialId)) {
    if (run.isStopped()) return;
    // One of those who may: always the same for the same task.
    const person = pick(task.personIds, chanceOf(load.seed, task.number, `who ${task.taskId}`));
    const readyAt = addMs(task.openedAt, delayMs(load.seed, person, task.number, task.taskId));
    if (readyAt <= now) await takeTurn(run, task, person, units);
  }
}

async function takeTurn(
  { county, load }: LoadRun,
  { caseId, taskId, duty }: WaitingTask,
  personId: string,
  unitsFor: Units,
): Promise<void> {
  const caller = await county.staff(personId);
  const path = `/api/cases/${caseId}`;
  // What is checked is decided upon at once; more than two acts in a row are for the next time.
  for (let acts = 0; acts < 2; acts += 1) {
    const seen = await caller.ask('GET', path);
    if (seen.status !== 200) return;
    const view = seen.body as CaseView;
    const now = county.now();
    const units = view.letter === undefined ? [] : await unitsFor(caller);
    const turn = { seed: load.seed, view, taskId, duty, now, units, officer: caller.name };
    const act = nextAct(turn);
    if (act === undefined) return;
    const done = await caller.ask('POST', `${path}/commands`, act);
    if (done.status !== 200 || act.type !== 'CheckMaterials') return;
  }
}

/** What applicants and senders do when something comes back to them. */
async function answerBack(run: LoadRun, residents: Residents): Promise<void> {
  const { county, load } = run;
  const now = county.now();
  for (const each of await listCorrections(county.db, county.trialId)) {
    const chance = chanceOf(load.seed, each.number, 'corrects');
    const waitedMs = instantMs(now) - instantMs(each.askedAt);
    const resident = residents.known(each.contactId);
    if (chance > CORRECTING || resident === undefined) continue;
    if (waitedMs < chance * CORRECTION_DAYS * DAY_MS) continue;
    await correct(resident.caller, each.caseId, resident.page);
  }
  for (const each of await listUnrated(county.db, county.trialId)) {
    const chance = chanceOf(load.seed, each.number, 'rates');
    const resident = residents.known(each.contactId);
    const waitedMs = instantMs(now) - instantMs(each.answeredAt);
    if (chance > RATING || resident === undefined || waitedMs < chance * 8 * DAY_MS) continue;
    await rate(resident.caller, each.caseId, chanceOf(load.seed, each.number, 'satisfied'));
  }
}

async function correct(caller: Caller, caseId: string, page: string): Promise<void> {
  const seen = await caller.ask('GET', `/api/my/cases/${caseId}`);
  if (seen.status !== 200) return;
  const { correction } = seen.body as { correction?: { items: { materialId: string }[] } };
  const materials = (correction?.items ?? []).map(({ materialId }) => ({
    materialId,
    pages: [{ sha256: page, name: '2.jpg' }],
    isOnPaper: false,
  }));
  const body = { type: 'SubmitCorrection', materials, form: {} };
  await caller.ask('POST', `/api/my/cases/${caseId}/commands`, body);
}

async function rate(caller: Caller, caseId: string, chance: number): Promise<void> {
  const level = chance < 0.7 ? 'satisfied' : chance < 0.88 ? 'mostly' : 'dissatisfied';
  const body = {
    type: 'RateAnswer',
    office: level,
    handler: level,
    comment: town.comment[level],
  };
  await caller.ask('POST', `/api/my/cases/${caseId}/commands`, body);
}
