import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView, LetterPage } from '@yichuang/contracts';
import { letterForm, openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';
import type { TestCaller } from '../assembly/testing-site.ts';

let site: LetterSite;
let sender: TestCaller;
/** Accepted, and with a township that has to answer it. */
let complaint: string;
/** Registered and not referred yet. */
let petition: string;
/** About an officer of the natural resources bureau; with the discipline inspection. */
let report: string;

beforeAll(async () => {
  site = await openLetterSite();
  sender = await site.resident('19900000041');
  const file = async (itemCode: string, form: object): Promise<string> => {
    const filed = await sender.send('POST', '/api/letters', { itemCode, form });
    expect(filed.statusCode, filed.body).toBe(201);
    const { caseId } = filed.json<{ caseId: string }>();
    await site.follow(caseId);
    return caseId;
  };
  const refer = (by: string, caseId: string, toOrg: string): Promise<void> => {
    const referral = { toOrg, manner: 'transfer', note: '' };
    return site.act(by, caseId, 'AcceptCase', { opinion: '', referral });
  };
  complaint = await file('wz-complaint', letterForm);
  await refer('tang.minyi', complaint, 'yunxi/lp');
  petition = await file('xf-petition', letterForm);
  const accused = { accusedOrg: 'yunxi/zrj', accusedName: '莫远山' };
  const body = '某科长收受礼金，请查处。';
  report = await file('wz-report', { title: '举报某科长', body, ...accused });
  await refer('mi.zhuan', report, 'yunxi/jwjw');
});
afterAll(() => site[Symbol.asyncDispose]());

const officer = { officerName: '甲', officerPhone: '0999-1' };
const commands = {
  reply: { type: 'DraftAnswer', answer: { thanks: '', result: '已办', ...officer } },
  transfer: { type: 'ReferCase', toOrg: 'yunxi/zjj', manner: 'transfer', note: '' },
  publish: { type: 'PublishLetter', title: '题', body: '文', answers: {} },
  mark: { type: 'MarkSensitive', isSensitive: true, reason: '涉及隐私' },
  supervise: { type: 'SuperviseCase', ground: '久拖', demand: '尽快' },
} as const;

/** What of a letter is open to the caller; what is not is also tried, and refused. */
async function rightsOf(caller: TestCaller, caseId: string): Promise<string> {
  const held: string[] = [];
  const view = await caller.send('GET', `/api/cases/${caseId}`);
  const isRead = view.statusCode === 200;
  if (isRead) held.push('read');
  const list = await caller.send('GET', `/api/letters?ids=${caseId}`);
  if (list.statusCode === 200 && list.json<LetterPage>().rows.length > 0) held.push('list');
  const allowed = isRead ? view.json<CaseView>().allowed.map(({ act }) => act) : [];
  for (const [name, command] of Object.entries(commands)) {
    if (allowed.includes(command.type)) {
      held.push(name);
      continue;
    }
    const body = { taskId: 't1', ...command };
    const refused = await caller.send('POST', `/api/cases/${caseId}/commands`, body);
    const expected = isRead ? [403, 404, 409] : [401, 404];
    expect(expected, `${name}: ${refused.body}`).toContain(refused.statusCode);
  }
  return held.join(' ');
}

async function mayExport(caller: TestCaller): Promise<boolean> {
  const figures = await caller.send('GET', '/api/letters/reports/statistics');
  const circular = await caller.send('GET', '/api/letters/reports/ranking');
  expect(figures.statusCode).toBe(circular.statusCode);
  return figures.statusCode === 200;
}

const OFFICE = 'read list publish mark supervise';

/** Who, what of the complaint, of the petition, of the report; and whether figures are theirs. */
const table: readonly (readonly [string, string, string, string, string, boolean])[] = [
  ['who handles it', 'wu.dayou', 'read list reply', '', '', false],
  ['the head of the township', 'bao.zhen', 'read list', '', '', false],
  ['another township', 'pian.dong', '', '', '', false],
  ['another department', 'lu.tong', '', '', '', false],
  ['the county’s own reception', 'lian.yi', '', '', '', false],
  ['a village agent', 'he.cun', '', '', '', false],
  ['the letters office', 'tang.minyi', OFFICE, 'read list transfer mark supervise', '', false],
  ['the final check', 'jiang.shen', OFFICE, 'read list mark supervise', '', true],
  [
    'the director',
    'wen.tong',
    OFFICE,
    'read list mark supervise',
    'read list mark supervise',
    true,
  ],
  ['who is appointed', 'mi.zhuan', '', '', 'read list mark supervise', false],
  ['who checks for those', 'yan.ding', '', '', 'read list mark supervise', false],
  ['the discipline inspection', 'lian.si', '', '', 'read list reply', false],
  ['those complained of', 'mo.yuanshan', '', '', '', false],
  ['the county’s reviewer', 'fu.cha', '', '', '', false],
  ['a leader of the county', 'zhao.yunqi', 'read list', 'read list', '', true],
  ['a supervisor', 'ren.gangzheng', 'read list supervise', 'read list supervise', '', false],
];

describe('rights on letters', () => {
  it.each(table)('of %s (%s)', async (_who, name, onComplaint, onPetition, onReport, figures) => {
    const caller = await site.staff(name);
    expect({
      complaint: await rightsOf(caller, complaint),
      petition: await rightsOf(caller, petition),
      report: await rightsOf(caller, report),
      figures: await mayExport(caller),
    }).toEqual({
      complaint: onComplaint,
      petition: onPetition,
      report: onReport,
      figures,
    });
  });

  it('of its sender: their own letter with everything that they wrote, and no office', async () => {
    for (const caseId of [complaint, petition, report]) {
      expect((await sender.send('GET', `/api/my/letters/${caseId}`)).statusCode).toBe(200);
      expect(await rightsOf(sender, caseId)).toBe('');
    }
    expect(await mayExport(sender)).toBe(false);
  });

  it('of another resident: none', async () => {
    const other = await site.resident('19900000042');
    for (const caseId of [complaint, petition, report]) {
      expect((await other.send('GET', `/api/my/letters/${caseId}`)).statusCode).toBe(404);
      const command = { type: 'SendLetterMessage', to: 'office', text: '我看看' };
      const path = `/api/my/cases/${caseId}/commands`;
      expect((await other.send('POST', path, command)).statusCode).toBe(404);
      expect(await rightsOf(other, caseId)).toBe('');
    }
  });
});
