/** The board at an instant equals a slow recount of the cases, by the kernel's own lights. */
import type { CaseState, ClockKind } from '@yichuang/kernel/case';
import { lightLevelOf } from '@yichuang/kernel/case';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contextOf } from '../cases/index.ts';
import {
  constructionForm,
  hygieneForm,
  openTestCounty,
  type TestCounty,
} from '../issuing/testing-county.ts';
import { countLights } from './count-lights.pg.ts';
import { addLights, noLights } from './light-counts.ts';
import { recount } from './testing-recount.ts';

let county: TestCounty;

beforeAll(async () => {
  county = await openTestCounty('2026-11-23T01:00:00.000Z');
});
afterAll(() => county[Symbol.asyncDispose]());

async function bothCounts() {
  const { db, tenantId } = county.deps;
  const at = county.now();
  const rows = await db.query<{ state: CaseState }>('SELECT state FROM cases');
  const items = new Map(county.pack.items.map((item) => [item.code, item]));
  const slow = recount(
    rows.map(({ state }) => state),
    at,
    (state) => {
      const item = items.get(state.itemCode);
      if (item === undefined) throw new Error(`no item ${state.itemCode}`);
      return contextOf(county.deps, { kind: 'system', rule: 'recount' }, item);
    },
  );
  const counted = await countLights(db, tenantId, at);
  return { slow, fast: counted.map(({ counts }) => counts).reduce(addLights, noLights) };
}

const CONSTRUCTION = '建筑工程施工许可';
const HYGIENE = '公共场所卫生许可（新证）';

describe('the board', () => {
  test('equals the recount while cases are filed, stand still, run late and end', async () => {
    const seen = new Set<string>();
    const agree = async (when: string) => {
      const { slow, fast } = await bothCounts();
      expect(fast, when).toEqual(slow);
      for (const light of ['green', 'yellow', 'red', 'grey', 'wasLate'] as const) {
        if (fast[light] > 0) seen.add(light);
      }
      return fast;
    };
    await agree('of nothing');
    const cases: string[] = [];
    for (let n = 0; n < 4; n += 1) cases.push(await county.file(CONSTRUCTION, constructionForm));
    const [standing = '', late = '', withdrawn = '', idle = ''] = cases;
    const hotel = await county.file(HYGIENE, hygieneForm);
    expect((await agree('all filed')).open).toBe(5);
    await county.accept(standing, 'zj-counter');
    await county.accept(late, 'zj-counter');
    await agree('accepted');
    const start = {
      type: 'StartSpecialProcedure',
      kind: 'expert-review',
      expectedDays: 20,
      reason: '组织专家论证',
    } as const;
    await county.run(standing, county.actorIn('zj-construction-head'), start);
    await agree('one stands still');
    for (const day of ['11-24', '11-25', '11-26', '11-27', '11-30']) {
      county.setClock(`2026-${day}T02:00:00.000Z`);
      await agree(`on ${day}`);
    }
    // Its intake was late; what follows is in time.
    await county.accept(hotel, 'wj-counter');
    await agree('accepted late');
    // Late by now; what stands still from here on stays red.
    await county.run(late, county.actorIn('zj-construction-head'), start);
    await agree('late, then standing still');
    await county.run(withdrawn, county.applicant, { type: 'WithdrawCase', reason: '项目取消' });
    expect((await agree('withdrawn')).open).toBe(4);
    await county.run(idle, { kind: 'system', rule: 'PERMIT-CORR' }, { type: 'ApplyLapses' });
    await agree('deemed accepted');
    county.setClock('2027-02-03T02:00:00.000Z');
    await agree('months later');
    expect([...seen].toSorted()).toEqual(['green', 'grey', 'red', 'wasLate', 'yellow']);
  });

  test('knows the same levels in the database as in the kernel', async () => {
    const kinds: Record<ClockKind, true> = {
      statutory: true,
      committed: true,
      correction: true,
      service: true,
      step: true,
      opinion: true,
      debt: true,
      wait: true,
      registration: true,
      acceptance: true,
      objection: true,
      'follow-up': true,
      rectification: true,
      review: true,
    };
    const names = Object.keys(kinds) as ClockKind[];
    const rows = await county.deps.db.query<{ level: string | null }>(
      `SELECT light_level(kind) AS level
       FROM unnest($1::text[]) WITH ORDINALITY AS k(kind, n) ORDER BY n`,
      [names],
    );
    expect(rows.map(({ level }) => level ?? undefined)).toEqual(names.map(lightLevelOf));
  });
});
