import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { letterForm } from '../assembly/testing-letters.ts';
import { ReceiverFault, type Receiver } from './receiver.ts';
import { randomFrom, type CaseWalk } from './testing-cases.ts';
import {
  HOUR_MS,
  ID_NUMBER,
  openTestExchange,
  PHONE,
  settle,
  type TestExchange,
} from './testing-exchange.ts';

let county: TestExchange;

beforeAll(async () => {
  county = await openTestExchange();
});
afterAll(() => county[Symbol.asyncDispose]());
beforeEach(() => {
  county.receiver.faultOf = () => 'none';
  county.receiver.refusalOf = () => undefined;
});

const ALL = 99;

/** A case that ends as wanted, the same in every run. */
function caseThat(isWanted: (found: CaseWalk) => boolean, seed: number): CaseWalk {
  for (let each = seed; each < seed + 300; each += 1) {
    const found = county.walk(randomFrom(each));
    if (isWanted(found)) return found;
  }
  throw new Error('no such case');
}

const granted = (seed: number): CaseWalk =>
  caseThat(({ state }) => state.outcome === 'granted', seed);

async function grantedCase(seed: number): Promise<string> {
  return county.store(granted(seed), 0, ALL);
}

const messagesOf = (caseId: string) =>
  [...county.receiver.messages.values()].filter(({ message }) => message.caseId === caseId);

async function heldOf(caseId: string) {
  const { held } = await county.exchange.overview();
  return held.find((each) => each.caseId === caseId);
}

describe('a case', () => {
  it('is told as it goes on, each event once and in its order', async () => {
    const found = granted(100);
    const caseId = await county.store(found, 0, 3);
    await settle(county);
    const first = messagesOf(caseId).length;
    expect(first).toBeGreaterThan(1);
    await county.store(found, 3, ALL);
    await settle(county);
    const seqs = messagesOf(caseId).map(({ message }) => message.seq);
    expect(seqs.length).toBeGreaterThan(first + 5);
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    expect([...county.receiver.stores.values()].every((times) => times === 1)).toBe(true);
    expect(county.receiver.violations).toEqual([]);
  });

  it('is told with its numbers in clear, which stand nowhere in our own tables', async () => {
    await grantedCase(200);
    await settle(county);
    const told = JSON.stringify([...county.receiver.rows.values()]);
    expect(told).toContain(ID_NUMBER);
    expect(told).toContain(PHONE);
    const { db } = county.site.database;
    for (const table of ['case', 'message', 'day', 'difference', 'receiver']) {
      const kept = JSON.stringify(await db.query(`SELECT * FROM exchange_${table}`));
      expect(kept, table).not.toContain(ID_NUMBER);
      expect(kept, table).not.toContain(PHONE);
    }
  });

  it('that is refused holds back itself alone, until it is sent again', async () => {
    const [bad, good] = [await grantedCase(300), await grantedCase(301)];
    county.receiver.refusalOf = ({ caseId }) =>
      caseId === bad ? `证件号码${ID_NUMBER}、手机${PHONE}未登记` : undefined;
    await settle(county);
    expect(messagesOf(good).length).toBeGreaterThan(5);
    expect(messagesOf(bad)).toEqual([]);
    const held = await heldOf(bad);
    expect(held?.problem).toMatchObject({ kind: 'refused', table: 'up_pro_accept', seq: 1 });
    expect(held?.problem.reason).toContain('未登记');
    expect(held?.problem.reason).not.toMatch(new RegExp(`${ID_NUMBER}|${PHONE}`, 'u'));
    county.receiver.refusalOf = () => undefined;
    await settle(county);
    expect(messagesOf(bad)).toEqual([]);
    expect(await county.exchange.sendCaseAgain(bad)).toBe(1);
    await settle(county);
    expect(messagesOf(bad).length).toBeGreaterThan(5);
    expect(await heldOf(bad)).toBeUndefined();
  });

  it('at which the receiver breaks takes nobody along', async () => {
    const bad = await grantedCase(400);
    const others: string[] = [];
    for (let n = 1; n < 8; n += 1) others.push(await grantedCase(400 + n));
    const inner = county.target().receiver;
    const receiver: Receiver = {
      ...inner,
      send: (batch) =>
        batch.messages.some(({ caseId }) => caseId === bad)
          ? Promise.reject(new ReceiverFault({ kind: 'status', status: 500 }))
          : inner.send(batch),
    };
    const sender = county.process({ receiver });
    for (let run = 0; run < 12; run += 1) {
      await sender.run();
      county.pass(HOUR_MS);
    }
    for (const each of others) expect(messagesOf(each).length).toBeGreaterThan(5);
    const held = await heldOf(bad);
    expect(held).toMatchObject({ problem: { kind: 'receiver-error' } });
    expect(held?.tryAt).toBeDefined();
    expect((await sender.overview()).state).toBe('up-to-date');
    await settle(county);
    expect(messagesOf(bad).length).toBeGreaterThan(5);
  });

  it('whose sender died before noting the answer is told again, and stored once', async () => {
    const caseId = await grantedCase(500);
    const inner = county.target().receiver;
    const receiver: Receiver = {
      ...inner,
      async send(batch) {
        await inner.send(batch);
        throw new Error('the process died here');
      },
    };
    await expect(county.process({ receiver }).run()).rejects.toThrow('died here');
    const stored = messagesOf(caseId).length;
    expect(stored).toBeGreaterThan(5);
    expect((await county.exchange.overview()).behindCases).toBe(1);
    await settle(county);
    expect(messagesOf(caseId)).toHaveLength(stored);
    expect([...county.receiver.stores.values()].every((times) => times === 1)).toBe(true);
  });

  it('is told by one of two processes that send at once', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 10; n += 1) ids.push(await grantedCase(600 + n));
    await Promise.all([county.exchange.run(), county.process().run(), county.process().run()]);
    await settle(county);
    for (const each of ids) expect(messagesOf(each).length).toBeGreaterThan(5);
    expect([...county.receiver.stores.values()].every((times) => times === 1)).toBe(true);
    expect(county.receiver.violations).toEqual([]);
  });

  it('that lacks what a column asks for is held, and goes by a new shape', async () => {
    const caseId = await grantedCase(700);
    const { shape } = county.target();
    const tables = shape.tables.map((table) => ({
      ...table,
      columns: table.columns.map((each) =>
        each.name === 'org_code' ? { ...each, type: 'an17' } : each,
      ),
    }));
    const wrong = county.process({ shape: { ...shape, version: 2, tables } });
    await wrong.run();
    expect(messagesOf(caseId)).toEqual([]);
    const { held } = await wrong.overview();
    expect(held.find((each) => each.caseId === caseId)?.problem).toMatchObject({
      kind: 'invalid',
      column: 'org_code',
      columnTitle: '受理部门统一社会信用代码',
      wrong: 'wrong-length',
      wanted: 'an17',
    });
    await county.process({ shape: { ...shape, version: 3 } }).run();
    expect(messagesOf(caseId).length).toBeGreaterThan(5);
    expect(messagesOf(caseId)[0]?.message.id).toMatch(/@national@3$/u);
    await settle(county);
  });
});

describe('what is none of the level above’s', () => {
  it('letters, withheld or not, and internal approvals do not even wait to be sent', async () => {
    await settle(county);
    const before = county.receiver.messages.size;
    for (const itemCode of ['wz-complaint', 'wz-report']) {
      const { title, body, division } = letterForm;
      const letter = { itemCode, form: { title, body, division }, sender: { name: '王某' } };
      const sent = await county.site.app.inject({
        method: 'POST',
        url: '/api/letters',
        headers: { 'idempotency-key': itemCode },
        payload: letter,
      });
      expect(sent.statusCode, sent.body).toBe(201);
    }
    const clerk = await county.site.staff('li.qinghe');
    const leave = await clerk.send('POST', '/api/office/cases', {
      itemCode: 'office-leave',
      form: {
        kind: 'sick',
        fromOn: '2026-11-23',
        toOn: '2026-11-23',
        fromHalf: 'am',
        toHalf: 'pm',
        reason: '就医',
      },
    });
    const { db } = county.site.database;
    const kinds = await db.query<{ lifecycle: string }>(
      `SELECT DISTINCT state ->> 'lifecycle' AS lifecycle FROM cases ORDER BY 1`,
    );
    expect(
      kinds.map(({ lifecycle }) => lifecycle),
      leave.body,
    ).toEqual(['internal', 'letter', null]);
    for (const { id } of await db.query<{ id: string }>('SELECT id FROM cases')) {
      await county.exchange.mark(id);
    }
    await settle(county);
    expect(county.receiver.messages.size).toBe(before);
    const waiting = await db.query(
      `SELECT 1 FROM exchange_case x JOIN cases c ON c.id = x.case_id
       WHERE c.state ->> 'lifecycle' IS NOT NULL`,
    );
    expect(waiting).toEqual([]);
  });
});
