import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decide,
  replay,
  type Actor,
  type CaseState,
  type ItemDefinition,
  type Recorded,
} from '@yichuang/kernel/case';
import { isLive, openTasks } from '@yichuang/kernel/flow';
import { canonicalJson } from '@yichuang/kernel/ledger';
import { contextOf, runCommand, type CaseStore, type CommandOutcome } from '../cases/index.ts';
import {
  constructionForm,
  filedMaterials,
  openTestCounty,
  type TestCounty,
} from '../issuing/testing-county.ts';
import { racesOf, type Race, type RacePeople, type Step } from './testing-races.ts';

const TOTAL = 1000;
/** Fifteen seconds on a quiet machine. */
const SLOW_CORE_MS = 600_000;

let county: TestCounty;
let item: ItemDefinition;
let people: RacePeople;
let store: CaseStore;
/** Writes that found the case moved: each race has one, or it was none. */
let moved = 0;

beforeAll(async () => {
  county = await openTestCounty();
  item = county.itemNamed('建筑工程施工许可');
  people = await peopleOf();
  store = {
    ...county.deps.store,
    async write(change) {
      const written = await county.deps.store.write(change);
      if (written === 'moved') moved += 1;
      return written;
    },
  };
});
afterAll(() => county[Symbol.asyncDispose]());

async function peopleOf(): Promise<RacePeople> {
  const staff = await county.deps.directory.staff();
  const holder = (post: string, i = 0): Extract<Actor, { readonly kind: 'staff' }> => {
    const person = staff.people.holdersOf(post)[i];
    if (person === undefined) throw new Error(`nobody holds ${post}`);
    return { kind: 'staff', ...person, posts: [post], orgId: item.orgId, capabilities: [] };
  };
  const head = (office: string) => holder(`zj-${office}-head`);
  return {
    applicant: county.applicant,
    clerks: [holder('zj-counter'), holder('zj-counter', 1)],
    heads: [head('construction'), head('safety'), head('quality'), head('materials')],
    deputy: holder('zj-deputy-leader'),
    leader: holder('zj-leader'),
    colleague: { ...holder('wj-counter'), posts: [] },
    administrator: {
      ...holder('wj-review-head'),
      posts: [],
      capabilities: ['administer-cases', 'terminate-cases'],
    },
  };
}

/** Materials checked, then accepted. */
function acceptance(): readonly Step[] {
  const materials = filedMaterials(item, constructionForm);
  const checks = materials.map(({ materialId }) => ({ materialId, verdict: 'complete' as const }));
  const onPaper = materials.filter(({ isOnPaper }) => isOnPaper);
  const taskId = 'intake#1.1';
  const paperReceived = onPaper.map(({ materialId }) => materialId);
  const [clerk] = people.clerks;
  return [
    [clerk, { type: 'CheckMaterials', taskId, checks, paperReceived }],
    [clerk, { type: 'AcceptCase', taskId, opinion: '材料齐全' }],
  ];
}

/** The case as far as the race begins, in one write: a thousand lives would take too long. */
async function caseAt(setUp: readonly Step[]): Promise<string> {
  const caseId = randomUUID();
  const staff = await county.deps.directory.staff();
  const { applicant } = people;
  if (applicant.kind !== 'applicant') throw new Error('the public applies');
  const party = { personId: applicant.personId, kind: 'natural' as const, name: applicant.name };
  const filing = {
    type: 'ReceiveCase',
    caseId,
    number: `R-${caseId}`,
    applicant: party,
    contact: party,
    channel: 'online',
    form: constructionForm,
    materials: filedMaterials(item, constructionForm),
  } as const;
  let state: CaseState | undefined;
  let events: readonly Recorded[] = [];
  const context = contextOf(county.deps, applicant, item, staff);
  for (const [by, command] of [[applicant, filing] as const, ...setUp]) {
    const outcome = decide(state, command, contextOf(county.deps, by, item, staff));
    if (!outcome.ok) throw new Error(`${command.type}: ${JSON.stringify(outcome.refusals)}`);
    state = outcome.state;
    events = [...events, ...outcome.events];
  }
  if (state === undefined) throw new Error('nothing was filed');
  const rest = { headHash: null, passwordHash: '', act: 'ReceiveCase', stepName: '' };
  const { personId } = applicant;
  await store.write({
    caseId,
    before: undefined,
    after: state,
    events,
    context,
    personId,
    ...rest,
  });
  return caseId;
}

async function run(race: Race, isSwapped: boolean): Promise<void> {
  const caseId = await caseAt(race.setUp);
  const both = isSwapped ? [race.second, race.first] : [race.first, race.second];
  const together = readByBoth(store);
  const outcomes = await Promise.all(
    both.map(([actor, command]) => runCommand(county.deps, together, { caseId, command, actor })),
  );
  const won = outcomes.filter((outcome) => outcome.ok).length;
  const most = race.wins === 'one' ? 1 : 2;
  const least = race.wins === 'both' ? 2 : 1;
  const said = JSON.stringify(outcomes);
  expect(won, `${race.name}: ${said}`).toBeGreaterThanOrEqual(least);
  expect(won, `${race.name}: ${said}`).toBeLessThanOrEqual(most);
  for (const code of codesOf(outcomes)) expect(race.told, race.name).toContain(code);
}

/** Nobody decides before both have read the case: the same instant, every time. */
function readByBoth(inner: CaseStore): CaseStore {
  let arrived = 0;
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  return {
    ...inner,
    async find(caseId, question) {
      const found = await inner.find(caseId, question);
      arrived += 1;
      if (arrived >= 2) open();
      await gate;
      return found;
    },
  };
}

function codesOf(outcomes: readonly CommandOutcome[]): readonly string[] {
  return outcomes.flatMap((o) => (o.ok ? [] : o.refusals.map(({ code }) => code)));
}

describe('two acts on one case in the same instant', () => {
  it(
    `${TOTAL} times: one wins, the other is clearly refused; both where nothing contradicts`,
    async () => {
      const races = racesOf(people, acceptance());
      const order = Array.from({ length: TOTAL }, (_, i) => i);
      // Four races at a time keep both cores and several connections busy.
      while (order.length > 0) {
        await Promise.all(
          order.splice(0, 4).map(async (i) => {
            const race = races[i % races.length];
            // Every second time round the other one asks first.
            if (race !== undefined) await run(race, i % (2 * races.length) >= races.length);
          }),
        );
      }
      expect(moved).toBe(TOTAL);
    },
    SLOW_CORE_MS,
  );

  it('leaves no task lost: lists, readers and clocks are what each state says', async () => {
    const cases = await county.database.db.query<{ id: string; state: CaseState }>(
      'SELECT id, state FROM cases',
    );
    expect(cases).toHaveLength(TOTAL);
    const listed = await grouped(
      `SELECT case_id, task_id || ' ' || post_id AS value FROM open_task
       WHERE duty NOT IN ('archive', 'payment')`,
    );
    const readers = await grouped('SELECT case_id, reader AS value FROM case_reader');
    const clocks = await grouped(
      `SELECT case_id, clock_id || ' ' || due_on || ' ' || (stopped_at IS NULL) AS value
       FROM clock`,
    );
    for (const { id, state } of cases) {
      const lists = state.phase === 'correction-pending' ? [] : listsOf(state);
      expect(listed.get(id) ?? [], id).toEqual(lists.toSorted());
      const seen = new Set(readers.get(id));
      for (const key of listsOf(state)) expect(seen.has(readerOf(key)), `${id} ${key}`).toBe(true);
      expect(clocks.get(id) ?? [], id).toEqual(clocksOf(state).toSorted());
    }
  });

  it('and replaying the events gives every state, byte for byte', async () => {
    const ids = await county.database.db.query<{ id: string; state: CaseState }>(
      'SELECT id, state FROM cases',
    );
    for (const { id, state } of ids) {
      const events = await county.deps.store.events(id);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
      expect(canonicalJson(replay(events))).toBe(canonicalJson(state));
    }
  });
});

async function grouped(sql: string): Promise<ReadonlyMap<string, string[]>> {
  const rows = await county.database.db.query<{ case_id: string; value: string }>(sql);
  const groups = new Map<string, string[]>();
  for (const row of rows) groups.set(row.case_id, [...(groups.get(row.case_id) ?? []), row.value]);
  for (const values of groups.values()) values.sort();
  return groups;
}

/** `task list` of everybody who can act now. */
function listsOf(state: CaseState): string[] {
  return openTasks(state.marking)
    .filter(isLive)
    .flatMap(({ taskId, posts, holder }) => {
      const keys = holder === undefined ? posts : [`person:${holder.personId}`];
      return keys.map((key) => `${taskId} ${key}`);
    });
}

function readerOf(line: string): string {
  const key = line.slice(line.indexOf(' ') + 1);
  return key.startsWith('person:') ? key : `post:${key}`;
}

function clocksOf(state: CaseState): string[] {
  return Object.values(state.clocks).map(
    ({ clockId, result, stoppedAt }) => `${clockId} ${result.dueOn} ${stoppedAt === undefined}`,
  );
}
