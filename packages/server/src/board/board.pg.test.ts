import type { Readable } from 'node:stream';
import type { Board, BoardCases, BoardChange } from '@yichuang/contracts';
import { addMs } from '@yichuang/kernel/time';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { letterForm, openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';
import { cookieName, type Session } from '../platform/http/index.ts';
import { createBoardFeed } from './board-feed.ts';
import { createBoardSignal } from './board-signal.ts';
import { openEvents, type TestEvents } from './testing-events.ts';

let site: LetterSite;
let address: string;
const open: TestEvents[] = [];

const SUPERVISOR = 'ren.gangzheng';
const HOUSING_LEADER = 'fang.jingxian';
const OTHER_LEADER = 'bao.zhen';
const SPECIAL = 'jiang.shen';

beforeAll(async () => {
  site = await openLetterSite();
  address = await site.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => {
  for (const events of open.splice(0)) events.close();
});
afterAll(() => site[Symbol.asyncDispose]());

async function board(name: string): Promise<Board> {
  const answer = await (await site.staff(name)).send('GET', '/api/board');
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function cases(name: string, query: Readonly<Record<string, string>>): Promise<BoardCases> {
  const search = new URLSearchParams(query).toString();
  const answer = await (await site.staff(name)).send('GET', `/api/board/cases?${search}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function tokenFor(name: string): Promise<string> {
  const [row] = await site.database.db.query<{ id: string; person_id: string }>(
    'SELECT id, person_id FROM account WHERE login_name = $1',
    [name],
  );
  return site.parts.people.sessions.start(
    { kind: 'staff', personId: row?.person_id ?? '', accountId: row?.id ?? '' },
    { ip: '127.0.0.1', userAgent: 'test' },
  );
}

async function events(name: string): Promise<TestEvents> {
  const cookie = `${cookieName('staff', false)}=${await tokenFor(name)}`;
  const opened = await openEvents(`${address}/api/board/events`, cookie);
  open.push(opened);
  return opened;
}

async function referred(toOrg: string): Promise<string> {
  const { caseId } = await site.quick({ itemCode: 'wz-complaint', form: letterForm });
  const referral = { toOrg, manner: 'transfer', note: '' };
  await site.act('tang.minyi', caseId, 'AcceptCase', { opinion: '', referral });
  return caseId;
}

async function moveDays(days: number): Promise<void> {
  const moved = await site.nobody.send('POST', '/api/demo/clock', { workingDays: days });
  expect(moved.statusCode).toBe(200);
}

async function supervisor(): Promise<Session> {
  const session = await site.parts.people.guard.findSession(await tokenFor(SUPERVISOR));
  if (session === undefined) throw new Error('nobody is logged in');
  return session;
}

/** A feed that beats fast and takes almost nothing at a time. */
async function openFeed(again: () => Promise<Session | undefined>): Promise<Readable> {
  const { deps, desk, boardSignal } = site.parts;
  const feed = createBoardFeed({
    ...deps,
    desk,
    signal: boardSignal,
    beatMs: 300,
    mostWaitingBytes: 16,
    onError: (error) => {
      throw error;
    },
  });
  const stream = await feed.open({ session: await supervisor(), again });
  if (stream === undefined) throw new Error('the feed is full');
  return stream;
}

async function* said(stream: Readable): AsyncGenerator<{ readonly event: string }> {
  for await (const piece of stream.setEncoding('utf8')) {
    for (const [, event = ''] of String(piece).matchAll(/^event: (.*)$/gmu)) yield { event };
  }
}

async function readAll(stream: Readable): Promise<{ readonly event: string }[]> {
  const all = [];
  for await (const each of said(stream)) all.push(each);
  return all;
}

describe('the board', () => {
  test('shows everything to who watches, to leaders their own, to others nothing', async () => {
    await referred('yunxi/zjj');
    await referred('yunxi/zjj');
    await referred('yunxi/lp');
    const all = await board(SUPERVISOR);
    expect(all.total.open).toBe(3);
    expect(all.today.received).toBe(3);
    expect(all.rows.map(({ orgId, counts }) => [orgId, counts.open]).toSorted()).toEqual([
      ['yunxi/lp', 1],
      ['yunxi/zjj', 2],
    ]);
    expect((await board(HOUSING_LEADER)).rows.map(({ orgId }) => orgId)).toEqual(['yunxi/zjj']);
    expect((await board(OTHER_LEADER)).total.open).toBe(1);
    const clerk = await site.staff('tang.minyi');
    expect((await clerk.send('GET', '/api/board')).statusCode).toBe(403);
  });

  test('counts a withheld letter for those appointed for such letters alone', async () => {
    const before = (await board(SUPERVISOR)).total.open;
    const caseId = await referred('yunxi/zjj');
    await site.act(SPECIAL, caseId, 'MarkSensitive', { isSensitive: true, reason: '涉及隐私' });
    const after = await board(SUPERVISOR);
    expect(after.total.open).toBe(before);
    expect(after.today.received).toBe(before);
    const listed = await cases(SUPERVISOR, {});
    expect(listed.rows.map((row) => row.caseId)).not.toContain(caseId);
    expect(JSON.stringify(await board(HOUSING_LEADER))).not.toContain(caseId);
  });

  test('leads from a number to exactly the cases that it counts', async () => {
    await moveDays(30);
    const { rows, total, turned } = await board(SUPERVISOR);
    expect(total.red).toBeGreaterThan(0);
    expect(turned[0]?.light).toBe('red');
    for (const { orgId, counts } of rows) {
      for (const light of ['green', 'yellow', 'red', 'grey'] as const) {
        const listed = await cases(SUPERVISOR, { orgId, light });
        expect(listed.rows, `${orgId} ${light}`).toHaveLength(counts[light]);
        expect(new Set(listed.rows.map((row) => row.light)).size).toBeLessThan(2);
      }
      for (const level of ['step', 'promise', 'statute'] as const) {
        const listed = await cases(SUPERVISOR, { orgId, level, light: 'red' });
        expect(listed.rows, `${orgId} ${level}`).toHaveLength(counts[level].red);
      }
    }
  });

  test('lists in pages without gap or repetition, and narrows by item and holder', async () => {
    const whole = await cases(SUPERVISOR, {});
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const place: Record<string, string> = cursor === undefined ? {} : { cursor };
      const page = await cases(SUPERVISOR, { limit: '1', ...place });
      seen.push(...page.rows.map(({ caseId }) => caseId));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(whole.rows.map(({ caseId }) => caseId));
    expect(whole.rows.every(({ canOpen }) => canOpen)).toBe(true);
    for (const { key, cases: n } of whole.holders ?? []) {
      expect((await cases(SUPERVISOR, { holder: key })).rows).toHaveLength(n);
    }
    const [item] = whole.items ?? [];
    expect(item).toMatchObject({ key: 'wz-complaint', cases: whole.rows.length });
    expect((await cases(SUPERVISOR, { itemCode: 'none' })).rows).toEqual([]);
    expect((await cases(OTHER_LEADER, { orgId: 'yunxi/zjj' })).rows).toEqual([]);
  });
});

describe('the events of the board', () => {
  test('begin with the whole of it and then say which rows are another', async () => {
    const feed = await events(SUPERVISOR);
    const first = await feed.next<Board>('board');
    expect(first).toMatchObject({ total: (await board(SUPERVISOR)).total });
    await referred('yunxi/lp');
    let open = 0;
    // Filing and referring are two commands and may come in one change or in two.
    while (open < (first.rows.find(({ orgId }) => orgId === 'yunxi/lp')?.counts.open ?? 0) + 1) {
      const change = await feed.next<BoardChange>('change');
      open = change.rows.find(({ orgId }) => orgId === 'yunxi/lp')?.counts.open ?? 0;
    }
  });

  test('say when only time has passed and a case turned red', async () => {
    const feed = await events(SUPERVISOR);
    await feed.next<Board>('board');
    await moveDays(40);
    const change = await feed.next<BoardChange>('change');
    expect(change.turned.map(({ light }) => light)).toContain('red');
    expect(change.rows.map(({ orgId }) => orgId)).toContain('yunxi/lp');
  });

  test('give a leader nothing of others, and hear of commands in another process', async () => {
    const { db, urls } = site.database;
    const feed = await events(HOUSING_LEADER);
    const first = await feed.next<Board>('board');
    const parts = { db, url: urls.app, tenantId: site.parts.deps.tenantId };
    const other = createBoardSignal({
      ...parts,
      onError: (error) => {
        throw error;
      },
    });
    // Written past this process's own store, as another process would have.
    await db.query(
      `UPDATE open_light SET was_late = NOT was_late, overdue_at = $1 WHERE org_id = 'yunxi/zjj'`,
      [addMs(site.parts.clock.now(), 1e9)],
    );
    other.touch();
    const change = await feed.next<BoardChange>('change');
    expect(change.total).not.toEqual(first.total);
    expect(change.rows.map(({ orgId }) => orgId)).toEqual(['yunxi/zjj']);
    await other.stop();
  });

  test('end with the session, and say so', async () => {
    const stream = await openFeed(async () => undefined);
    const said = await readAll(stream);
    expect(said.map(({ event }) => event)).toEqual(['board', 'bye']);
  });

  test('wait for who takes nothing; then comes the whole board, no stale change', async () => {
    let beats = 0;
    const stream = await openFeed(async () => {
      beats += 1;
      return supervisor();
    });
    // The board fills the connection, nobody reads it, and the beats find it full.
    await expect.poll(() => beats).toBeGreaterThan(1);
    const seen: string[] = [];
    for await (const { event } of said(stream)) {
      seen.push(event);
      if (seen.filter((each) => each === 'board').length === 2) break;
    }
    expect(seen).toEqual(['board', 'board']);
  });

  test('are refused to a person who has many open already, and end with the server', async () => {
    const own = await Promise.all(Array.from({ length: 6 }, () => events(OTHER_LEADER)));
    await expect(events(OTHER_LEADER)).rejects.toThrow('503');
    own[0]?.close();
    await own[0]?.ended;
    await expect
      .poll(() =>
        events(OTHER_LEADER).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    await site.app.close();
    await own[1]?.ended;
  });
});
