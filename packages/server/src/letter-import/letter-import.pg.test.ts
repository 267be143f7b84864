import type { HotlineAnswer, LetterImportReport } from '@yichuang/contracts';
import { replay } from '@yichuang/kernel/case';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';

let site: TestSite;
let clerk: TestCaller;

beforeAll(async () => {
  site = await openTestSite();
  clerk = await site.staff('tang.minyi');
});
afterAll(() => site[Symbol.asyncDispose]());

const header = '工单号,主题,诉求内容,来电时间,来电人,点赞数,答复意见,答复时间';

async function imported(text: string | Uint8Array, query = ''): Promise<LetterImportReport> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const answer = await clerk.sendFile(`/api/letters/import${query}`, 'letters', bytes);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

interface Row {
  readonly case_id: string;
  readonly number: string;
  readonly received_on: string;
  readonly answered_on: string | null;
  readonly was_late: boolean | null;
  readonly phase: string;
  readonly sender_id: string;
}

async function rowsOf(source: string): Promise<Row[]> {
  return site.database.db.query<Row>('SELECT * FROM letter WHERE source_number LIKE $1', [source]);
}

describe('a file of letters', () => {
  const csv = [
    header,
    'A1,路灯不亮,滨河路三号路灯不亮已经一周,2019-03-04 08:00,钱多,3,,',
    'A2,井盖,人民路井盖破损,2019-03-05,,0,已经更换,2019/3/9',
    'A3,,没有标题,2019-03-05,,x,,',
    'A4,噪音,半夜施工噪音,2019-13-05,,0,已处理,2019-03-01',
    'A1,路灯不亮,又写了一遍,2019-03-06,,0,,',
  ].join('\n');

  test('tried first, tells every error by row and column, and writes nothing', async () => {
    const report = await imported(csv, '?dryRun=1');
    expect(report).toMatchObject({ isDryRun: true, rows: 5, added: 2, known: 0 });
    expect(report.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [4, '主题', 'cell-empty'],
      [4, '点赞数', 'count-wrong'],
      [5, '来电时间', 'day-unreadable'],
      [5, '答复时间', 'answered-before'],
      [6, '工单号', 'number-twice'],
    ]);
    expect(report.problems[0]?.text).toBe('“主题”不能为空');
    expect(await rowsOf('A%')).toEqual([]);
  });

  test('is taken without the rows that have errors, once however often it is sent', async () => {
    expect(await imported(csv)).toMatchObject({ added: 2, known: 0 });
    expect(await imported(csv)).toMatchObject({ added: 0, known: 2 });
    expect((await rowsOf('A%')).length).toBe(2);
  });

  test('without the columns that a letter needs is refused by its header', async () => {
    const { rows, problems } = await imported('工单号,备注\nB1,x');
    expect([rows, problems.map(({ column }) => column)]).toEqual([0, ['标题', '内容']]);
  });

  test('may be Excel, or JSON by lines; what is too long is named with its column', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet();
    sheet.addRows([
      ['编号', '标题', '内容', '时间'],
      ['C1', '公交站牌', '站牌倒了没有人扶', new Date('2026-01-05T00:00:00Z')],
      ['C2', '长'.repeat(61), '标题太长的一封信', '2026-01-05'],
    ]);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const excel = await imported(bytes);
    expect(excel).toMatchObject({ added: 1, problems: [{ row: 3, column: '标题' }] });
    const json = [
      '{"number": 7, "title": "垃圾站", "detail": "垃圾站太臭了", "user": "U1"}',
      '{"number": 8, "title": "垃圾站又臭", "detail": "垃圾站还是臭", "user": "U1"}',
      'nothing',
    ].join('\n');
    const lines = await imported(json);
    expect(lines).toMatchObject({ rows: 2, added: 2, problems: [{ row: 3, code: 'row-broken' }] });
    const senders = await rowsOf('_');
    expect(new Set(senders.map(({ sender_id }) => sender_id)).size).toBe(1);
  });
});

describe('a letter that was answered elsewhere', () => {
  test('is over on the day stated there, recorded by the system for who brought it', async () => {
    const [letter] = await rowsOf('A2');
    expect(letter).toMatchObject({
      received_on: '2019-03-05',
      answered_on: '2019-03-09',
      was_late: null,
      phase: 'concluded',
    });
    const events = await site.parts.cases.events(letter?.case_id ?? '');
    expect(new Set(events.map(({ by }) => by.rule))).toEqual(new Set(['import']));
    const { state } = (await site.parts.cases.find(letter?.case_id ?? '')) ?? {};
    expect(state?.letter?.imported?.by.personId).toBe(clerk.personId);
    expect(replay(events)).toEqual(state);
    expect(
      Object.values(state?.clocks ?? {}).every(({ stoppedAt }) => stoppedAt !== undefined),
    ).toBe(true);
  });

  test('tells nobody, and lies on no list', async () => {
    const [letter] = await rowsOf('A2');
    const { db } = site.database;
    const told = await db.query('SELECT 1 FROM notice WHERE case_id = $1', [letter?.case_id]);
    const open = await db.query('SELECT 1 FROM open_task WHERE case_id = $1', [letter?.case_id]);
    expect([told, open]).toEqual([[], []]);
  });
});

describe('orders of the hotline', () => {
  const order = { sourceNumber: 'R1', title: '停水', body: '小区停水两天', callerName: '孙一' };

  async function pushed(orders: object[]): Promise<HotlineAnswer['orders']> {
    const answer = await clerk.send('POST', '/api/hotline/orders', { orders });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<HotlineAnswer>().orders;
  }

  test('become letters once each; the answer lists every order', async () => {
    const [first] = await pushed([order]);
    expect(first).toMatchObject({ sourceNumber: 'R1', isNew: true });
    const again = await pushed([order, { ...order, sourceNumber: 'R2' }, order]);
    expect(again.map(({ isNew }) => isNew)).toEqual([false, true, false]);
    expect(again[0]?.number).toBe(first?.number);
    expect((await rowsOf('R1'))[0]?.phase).toBe('received');
  });

  test('that are not received do not keep the others', async () => {
    const answer = await pushed([
      { ...order, sourceNumber: 'R3', receivedOn: '2019-01-01' },
      { ...order, sourceNumber: 'R4' },
    ]);
    expect(answer).toMatchObject([
      { sourceNumber: 'R3', isNew: false, problem: { code: 'received-day-not-possible' } },
      { sourceNumber: 'R4', isNew: true },
    ]);
  });

  test('and files are only for who enters letters', async () => {
    const other = await site.staff('fang.jingxian');
    const pushing = await other.send('POST', '/api/hotline/orders', { orders: [order] });
    const sending = await other.sendFile('/api/letters/import', 'x', Buffer.from(header));
    expect([pushing.statusCode, sending.statusCode]).toEqual([403, 403]);
  });
});
