import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Party } from '@yichuang/kernel/case';
import { loadPack, type Pack, type UploadShape } from '../catalogue/index.ts';
import { loadStatutes, type Statutes } from '../statutes/index.ts';
import { makeMessages } from './make-messages.ts';
import { MONDAY, randomFrom, walkCase, type CaseWalk } from './testing-cases.ts';

const packs = join(import.meta.dirname, '../../../../packs');
let pack: Pack;
let statutes: Statutes;
let shape: UploadShape;

beforeAll(async () => {
  const overlays = ['exchange', 'office-basics'].map((name) => join(packs, name));
  [pack, statutes] = await Promise.all([
    loadPack(join(packs, 'demo-county'), { overlays }),
    loadStatutes(),
  ]);
  if (pack.uploadShape === undefined) throw new Error('the pack exchange has no shape');
  shape = pack.uploadShape;
});

const contact: Party = {
  personId: '00000000-0000-4000-8000-000000000001',
  kind: 'natural',
  name: '欧阳晓雨',
  code: 'sealed:id',
  phone: 'sealed:phone',
};
const applicant: Party = {
  personId: '00000000-0000-4000-8000-000000000002',
  kind: 'legal',
  name: '云溪县青石置业有限公司',
  code: '91370881YYYY001510',
};
const opened: Record<string, string> = {
  'sealed:id': '11010119000110001X',
  'sealed:phone': '19900000003',
};
const office = { name: '云溪县住房和城乡建设局', code: '11999921YYYY00039H', regionCode: '999921' };

function walked(seed: number): CaseWalk {
  const random = randomFrom(seed);
  const people = { applicant, contact };
  return walkCase({ pack, statutes, ...people, random, startsAt: MONDAY }, `N${seed}`);
}

function messagesOf({ item, steps }: CaseWalk, sentSeq = 0, own: UploadShape = shape) {
  const events = steps.flatMap((step) => step.events);
  const around = { items: new Map([[item.version, item]]), office };
  const open = (sealed: string): string => opened[sealed] ?? '';
  return makeMessages({ tenantId: 't', shape: own, open }, events, around, sentSeq);
}

/** The first seed whose case ends so. */
function endingIn(phase: string): CaseWalk {
  for (let seed = 1; seed < 400; seed += 1) {
    const found = walked(seed);
    if (found.state.phase === phase || found.state.outcome === phase) return found;
  }
  throw new Error(`no case ends in ${phase}`);
}

describe('the messages of a case', () => {
  it('tell a granted permit in the columns of the national tables', () => {
    const { messages, problem } = messagesOf(endingIn('granted'));
    expect(problem).toBeUndefined();
    const rows = (table: string) =>
      messages.filter((each) => each.table === table).flatMap((each) => each.rows);
    expect(rows('up_pro_accept').at(-1)).toMatchObject({
      project_type: '2',
      applyer_type: '2',
      applyer_page_type: '51',
      applyer_page_code: '91370881YYYY001510',
      contact_mobile: '19900000003',
      catalog_code: '000117001001',
      org_code: '11999921YYYY00039H',
      cd_operation: 'U',
    });
    expect(rows('up_pro_accept').at(-1)?.['accept_date']).toMatch(/^202611\d{8}$/u);
    expect(rows('up_pro_accept').at(-1)?.['promise_date']).toMatch(/^2026\d{4}$/u);
    expect(rows('up_pro_process').length).toBeGreaterThan(6);
    expect(rows('up_pro_result')).toMatchObject([{ result_type: '1', is_delivery_results: '1' }]);
    expect(rows('up_lic_data')).toMatchObject([
      { certificate_type_code: '11999921YYYY00039H001', cd_operation: 'I' },
    ]);
  });

  it('are the same whenever they are made, and form one chain', () => {
    const found = endingIn('granted');
    const { messages } = messagesOf(found);
    expect(messagesOf(found).messages).toEqual(messages);
    const places = messages.map(({ seq, table }) => ({ seq, table }));
    expect(messages.map(({ after }) => after)).toEqual([null, ...places.slice(0, -1)]);
    const half = places[Math.floor(places.length / 2)]?.seq ?? 0;
    const later = messages.filter(({ seq }) => seq > half);
    expect(messagesOf(found, half).messages).toEqual(later);
  });

  it('name a row by the same id when a later event is about the same thing', () => {
    const { messages } = messagesOf(endingIn('granted'));
    const accepts = messages.filter(({ table }) => table === 'up_pro_accept');
    expect(accepts.length).toBeGreaterThan(1);
    expect(new Set(accepts.map(({ rows }) => rows[0]?.['row_guid'])).size).toBe(1);
    const operations = accepts.map(({ rows }) => rows[0]?.['cd_operation']);
    expect(operations).toEqual(['I', ...operations.slice(1).map(() => 'U')]);
  });

  it.each([
    ['acceptance-refused', '3'],
    ['withdrawn', '4'],
    ['denied', '2'],
  ])('of a case that ended as %s say so', (phase, code) => {
    const { messages, problem } = messagesOf(endingIn(phase));
    expect(problem).toBeUndefined();
    const [result] = messages.filter(({ table }) => table === 'up_pro_result');
    expect(result?.rows).toMatchObject([{ result_type: code }]);
  });

  it('are none for a letter or an internal approval, whatever its events are', () => {
    const { item, steps, state } = endingIn('granted');
    for (const lifecycle of ['letter', 'internal'] as const) {
      const [first, ...rest] = steps.flatMap(({ events }) => events);
      if (first?.event.type !== 'CaseReceived') throw new Error('a case begins with its receipt');
      const events = [{ ...first, event: { ...first.event, lifecycle } }, ...rest];
      const context = steps[0]?.context;
      if (context === undefined) throw new Error('there is no step');
      expect(messagesOf({ item, state, steps: [{ events, context }] })).toEqual({ messages: [] });
    }
  });
});

describe('what cannot be told', () => {
  const changed = (column: string, change: object): UploadShape => ({
    ...shape,
    tables: shape.tables.map((table) => ({
      ...table,
      columns: table.columns.map((each) => (each.name === column ? { ...each, ...change } : each)),
    })),
  });

  it.each([
    ['a required column that is empty', 'org_code', { value: 'office.none' }, 'missing'],
    ['a text that is too long', 'applyer_name', { type: 'an..3' }, 'too-long'],
    ['a code of another length', 'org_code', { type: 'an17' }, 'wrong-length'],
    ['a number that is none', 'task_version', { value: 'item.name' }, 'not-a-number'],
    ['a time that is none', 'apply_date', { value: 'case.number' }, 'not-a-time'],
    ['a word that no code stands for', 'apply_type', { map: {} }, 'not-in-list'],
  ])('%s stops the case before it is sent, and is named', (_, column, change, code) => {
    const { messages, problem } = messagesOf(endingIn('granted'), 0, changed(column, change));
    expect(messages).toEqual([]);
    expect(problem).toMatchObject({ seq: 1, table: 'up_pro_accept', column, code });
  });

  it('leaves standing what came before it', () => {
    const { messages, problem } = messagesOf(
      endingIn('granted'),
      0,
      changed('result_date', { value: 'item.name' }),
    );
    expect(problem).toMatchObject({ table: 'up_pro_result', code: 'not-a-time' });
    expect(messages.every(({ seq }) => seq <= (problem?.seq ?? 0))).toBe(true);
    expect(messages.length).toBeGreaterThan(10);
  });
});
