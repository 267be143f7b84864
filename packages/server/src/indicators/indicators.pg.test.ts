import type {
  Assessment,
  AssessmentScheme,
  CountedCases,
  IndicatorReport,
  PublicStatistics,
  PublishScheme,
  SchemeEffect,
  SchemeView,
} from '@yichuang/contracts';
import { plainDate } from '@yichuang/kernel/time';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';
import { readJournal } from '../ledger/index.ts';
import { plainCell } from './export-workbook.ts';
import { generateCases, generatedItems } from './testing-generated-cases.ts';
import { plantCases, plantItems } from './testing-plant-cases.ts';

const ORGS = ['yunxi/zjj', 'yunxi/wjj'];
const COUNTY = 'yunxi';
const SEED = 77;

let site: TestSite;
let supervisor: TestCaller;
let leader: TestCaller;
let clerk: TestCaller;

beforeAll(async () => {
  site = await openTestSite();
  const { statutes } = site.parts.deps;
  const from = plainDate('2026-04-01');
  const until = plainDate('2026-09-30');
  const wish = { seed: SEED, cases: 240, from, days: 150, until, orgIds: ORGS, statutes };
  await plantItems(site.database.db, COUNTY, generatedItems(ORGS));
  await site.resident('19900000001');
  await plantCases({ db: site.database.db, tenantId: COUNTY }, generateCases(wish));
  [supervisor, leader, clerk] = await Promise.all([
    site.staff('ren.gangzheng'),
    site.staff('fang.jingxian'),
    site.staff('lu.qinghe'),
  ]);
});
afterAll(() => site[Symbol.asyncDispose]());

const QUARTER = 'from=2026-04-01&until=2026-06-30';

async function report(by: TestCaller, query = QUARTER): Promise<IndicatorReport> {
  const answer = await by.send('GET', `/api/indicators?${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

async function allCases(query: string): Promise<CountedCases['cases']> {
  const found: CountedCases['cases'] = [];
  for (let after = ''; ;) {
    const url = `/api/indicators/cases?${QUARTER}&${query}&after=${after}`;
    const answer = await supervisor.send('GET', url);
    expect(answer.statusCode, answer.body).toBe(200);
    const page: CountedCases = answer.json();
    found.push(...page.cases);
    if (page.next === undefined) return found;
    after = page.next;
  }
}

describe('every figure', () => {
  it('leads to the cases that it counted, and to those that it lacks', async () => {
    const { indicators, total } = await report(supervisor);
    const led = indicators.filter(({ hasCases }) => hasCases);
    expect(led.length).toBeGreaterThan(15);
    for (const { id, kind } of led) {
      const figure = total.figures[id];
      const cases = await allCases(`indicator=${id}&part=of`);
      const counted = kind === 'median' ? cases.length : cases.reduce((n, c) => n + c.adds, 0);
      expect(counted, id).toBe(figure?.of);
      if (kind !== 'share') continue;
      const below = await allCases(`indicator=${id}&part=per`);
      expect(
        below.reduce((n, c) => n + c.adds, 0),
        id,
      ).toBe(figure?.per);
    }
    const missing = await allCases('indicator=on-time&part=missing');
    const { of = 0, per = 0 } = total.figures['on-time'] ?? {};
    expect(missing.length).toBe(per - of);
    expect(missing.length).toBeGreaterThan(0);
  });

  it('of the county is the sum of its offices, and names its formula', async () => {
    const { indicators, total, rows, before } = await report(supervisor);
    const due = rows.map(({ figures }) => figures['on-time']?.per ?? 0);
    expect(due.reduce((a, b) => a + b, 0)).toBe(total.figures['on-time']?.per);
    expect(before).toEqual({ from: '2026-01-01', until: '2026-03-31' });
    expect(indicators.find(({ id }) => id === 'on-time')?.formula).toContain('÷');
  });

  it('is none where there is nothing to divide by', async () => {
    const { total } = await report(supervisor, 'from=2020-01-01&until=2020-01-31');
    expect(total.figures['on-time']).toEqual({ of: 0, per: 0 });
  });

  it('is drawn over the periods that lead up to now', async () => {
    const url = `/api/indicators/series?period=2026-06&indicator=on-time`;
    const { points } = (await supervisor.send('GET', url)).json<{
      points: { from: string; figure: { per?: number } }[];
    }>();
    expect(points.map(({ from }) => from)).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
      '2026-05-01',
      '2026-06-01',
    ]);
    expect(points[0]?.figure.per).toBe(0);
  });
});

describe('who reads figures', () => {
  it('sees the whole county where they watch it', async () => {
    const { orgId, rows } = await report(supervisor);
    expect(orgId).toBe(COUNTY);
    expect(rows.map(({ key }) => key)).toEqual(expect.arrayContaining(ORGS));
  });

  it('sees as a leader their own office, and no other', async () => {
    const own = await report(leader);
    expect(own.path.at(-1)?.orgId).toBe(own.orgId);
    expect(own.orgId.startsWith('yunxi/zjj')).toBe(true);
    for (const path of ['/api/indicators', '/api/indicators/persons']) {
      const answer = await leader.send('GET', `${path}?${QUARTER}&orgId=yunxi/wjj`);
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ code: 'figures-outside-scope' });
    }
    const circular = await leader.send('GET', '/api/indicators/circular.pdf?period=2026-Q2');
    expect(circular.statusCode).toBe(403);
  });

  it('is nobody who only handles cases', async () => {
    const answer = await clerk.send('GET', `/api/indicators?${QUARTER}`);
    expect(answer.statusCode).toBe(403);
  });
});

describe('everybody', () => {
  it('reads the county’s figures with their formulas, and of nobody’s suspicion', async () => {
    const answer = await site.nobody.send('GET', '/api/public/statistics');
    const { indicators, figures, from } = answer.json<PublicStatistics>();
    expect(from.endsWith('-01-01')).toBe(true);
    expect(indicators.map(({ group }) => group)).not.toContain('watch');
    expect(Object.keys(figures).toSorted()).toEqual(indicators.map(({ id }) => id).toSorted());
    const page = (await site.nobody.send('GET', '/statistics')).body;
    for (const { name, formula } of indicators) {
      expect(page).toContain(name);
      expect(page).toContain(formula.slice(0, 6));
    }
  });
});

describe('the workbook', () => {
  it('opens, and says the same numbers and their formulas', async () => {
    const shown = await report(supervisor);
    const answer = await supervisor.send('GET', `/api/indicators/export.xlsx?${QUARTER}`);
    expect(answer.statusCode).toBe(200);
    const workbook = new exceljs.Workbook();
    const bytes = new Uint8Array(answer.rawPayload).buffer;
    await workbook.xlsx.load(bytes);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '指标',
      '分子分母',
      '人员',
      '口径',
    ]);
    const sheet = workbook.getWorksheet('指标');
    const rows = [shown.total, ...shown.rows];
    rows.forEach((row, r) => {
      expect(sheet?.getCell(r + 2, 1).value).toBe(row.name);
      shown.indicators.forEach(({ id }, i) => {
        expect(sheet?.getCell(r + 2, i + 2).value ?? undefined, id).toBe(row.figures[id]?.value);
      });
    });
    const formulas = workbook.getWorksheet('口径');
    expect(formulas?.rowCount).toBe(shown.indicators.length + 3);
  });

  it('holds no text that a program would reckon', () => {
    const bad = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'];
    expect(bad.map(plainCell)).toEqual(bad.map((text) => `'${text}`));
    expect(plainCell('住建局')).toBe('住建局');
    expect(plainCell(-3)).toBe(-3);
  });
});

describe('an assessment', () => {
  const url = '/api/indicators/assessments/2026-Q2';

  it('shows each line of its computation, which adds up', async () => {
    const { rows, isOver, mayPublish }: Assessment = (await supervisor.send('GET', url)).json();
    expect({ isOver, mayPublish }).toEqual({ isOver: true, mayPublish: true });
    expect(rows.length).toBeGreaterThan(1);
    for (const { lines, points = 0, score, vetoes } of rows) {
      const counted = lines.filter((line) => line.points !== undefined);
      const sum = counted.reduce((n, line) => n + (line.points ?? 0), 0);
      const weights = counted.reduce((n, { weight }) => n + weight, 0);
      expect(points).toBe(Math.round((sum / weights) * 10_000) / 100);
      expect(score).toBe(vetoes.length > 0 ? 0 : points);
    }
  });

  it('is not published while its period runs, nor by a leader', async () => {
    const running = await supervisor.send(
      'POST',
      '/api/indicators/assessments/2026-Q4/publication',
    );
    expect(running.json()).toMatchObject({ code: 'assessment-period-running' });
    expect((await leader.send('POST', `${url}/publication`)).statusCode).toBe(403);
  });

  it('has a draft circular before, and a sealed one that stays after', async () => {
    const circular = () => supervisor.send('GET', '/api/indicators/circular.pdf?period=2026-Q2');
    const draft = await circular();
    expect(draft.statusCode, draft.body.slice(0, 300)).toBe(200);
    expect(draft.headers['content-disposition']).toContain('draft 2026-Q2');
    expect((await supervisor.send('POST', `${url}/publication`)).statusCode).toBe(200);
    const sealed = await circular();
    expect(sealed.rawPayload.toString('latin1')).toContain('/ByteRange');
    expect(sealed.headers['content-disposition']).not.toContain('draft');
    expect((await circular()).rawPayload.equals(sealed.rawPayload)).toBe(true);
  });

  it('is frozen: what comes later shows as a difference', async () => {
    const again = await supervisor.send('POST', `${url}/publication`);
    expect(again.json()).toMatchObject({ code: 'assessment-published' });
    const before: Assessment = (await supervisor.send('GET', url)).json();
    const { statutes } = site.parts.deps;
    const from = plainDate('2026-04-01');
    const until = plainDate('2026-09-30');
    const wish = { seed: 78, cases: 60, from, days: 60, until, orgIds: ORGS, statutes };
    await plantCases({ db: site.database.db, tenantId: COUNTY }, generateCases(wish));
    // As an import would: of days that were looked at before.
    const rebuilt = await import('./follow-events.ts');
    await rebuilt.rebuildFigures(site.parts.deps);
    const after: Assessment = (await supervisor.send('GET', url)).json();
    expect(after.rows).toEqual(before.rows);
    const { publishedAt, total } = await report(supervisor);
    const figure = total.figures['on-time'];
    expect(publishedAt).toBe(before.publishedAt);
    expect(figure?.published).toBeDefined();
    expect(figure?.published).not.toBe(figure?.value);
  });

  it('may be objected to by the leader of an office, for that office', async () => {
    const { rows, mayNoteFor }: Assessment = (await leader.send('GET', url)).json();
    expect(rows.map(({ orgId }) => orgId)).toEqual(mayNoteFor);
    const note = { kind: 'objection', note: '系统升级当日的两件不应计入。' };
    const foreign = await leader.send('POST', `${url}/notes`, { orgId: 'yunxi/wjj', ...note });
    expect(foreign.statusCode).toBe(403);
    const own = await leader.send('POST', `${url}/notes`, { orgId: 'yunxi/zjj', ...note });
    expect(own.json<Assessment>().notes).toMatchObject([{ orgId: 'yunxi/zjj', ...note }]);
    const entries = await readJournal(site.database.db, COUNTY, 'indicators:2026-Q2');
    expect(entries.map(({ type }) => type)).toEqual(['AssessmentPublished', 'AssessmentObjected']);
  });
});

describe('an assessment scheme', () => {
  const url = '/api/indicators/scheme';
  const published = '/api/indicators/assessments/2026-Q2';
  let other: TestCaller;
  beforeAll(async () => {
    other = await site.staff('cui.ming');
  });

  const view = async (by = supervisor): Promise<SchemeView> => (await by.send('GET', url)).json();
  const heavier = async (weight: number): Promise<AssessmentScheme> => {
    const { scheme } = (await view()).versions.at(-1) ?? { scheme: undefined };
    if (scheme === undefined) throw new Error('the platform brings a scheme along');
    const lines = scheme.lines.map((line, i) => (i === 0 ? { ...line, weight } : line));
    return { ...scheme, lines };
  };
  const saveOver = (known: string | undefined, scheme: unknown, by = supervisor) =>
    by.send('PUT', `${url}/draft`, { scheme, ...(known && { changedAt: known }) });
  const save = async (scheme: unknown, by = supervisor) =>
    saveOver((await view()).draft?.changedAt, scheme, by);
  const drop = (known: string, by: TestCaller) =>
    by.send('DELETE', `${url}/draft?changedAt=${encodeURIComponent(known)}`);
  const journal = async () =>
    (await readJournal(site.database.db, COUNTY, 'indicators:scheme')).map(({ type }) => type);
  const publish = async (by: TestCaller, change: Partial<PublishScheme> = {}) => {
    const { today, draft } = await view();
    return by.send('POST', `${url}/publication`, {
      reason: '提高按时办结的权重',
      holdsFrom: today,
      changedAt: draft?.changedAt ?? '',
      ...change,
    });
  };

  it('is written by who watches, and its draft is nobody else’s', async () => {
    expect((await save(await heavier(60), leader)).statusCode).toBe(403);
    expect((await save(await heavier(60))).statusCode).toBe(200);
    const { draft, canWrite } = await view(leader);
    expect({ draft, canWrite }).toEqual({ draft: undefined, canWrite: false });
    expect((await leader.send('GET', `${url}/effect?period=2026-Q2`)).statusCode).toBe(403);
  });

  it('says what cannot be a scheme', async () => {
    const right = await heavier(60);
    const [line] = right.lines;
    const wrong = [
      { ...right, lines: [{ ...line, full: line?.zero }] },
      { ...right, lines: [line, line] },
      { ...right, lines: [{ ...line, indicator: 'charm' }] },
      { ...right, vetoes: [{ id: 'x', name: '无', nameEn: 'none', count: 'charm', over: 1 }] },
      { ...right, grades: [{ name: '好', nameEn: 'good', least: 10 }] },
    ];
    for (const scheme of wrong) {
      expect((await save(scheme)).json()).toMatchObject({ code: 'scheme-wrong' });
    }
    expect((await view()).draft?.scheme).toEqual(right);
  });

  it('is neither written over nor dropped by who has not read it', async () => {
    const { changedAt: stale = '' } = (await view()).draft ?? {};
    expect((await save(await heavier(70), other)).statusCode).toBe(200);
    for (const known of [stale, undefined]) {
      const answer = await saveOver(known, await heavier(5));
      expect([answer.statusCode, answer.json()]).toMatchObject([409, { code: 'scheme-moved-on' }]);
    }
    expect((await drop(stale, supervisor)).json()).toMatchObject({ code: 'scheme-moved-on' });
    expect((await supervisor.send('DELETE', `${url}/draft`)).statusCode).toBe(400);
    const { draft } = await view();
    expect(draft).toMatchObject({ author: '崔明', scheme: await heavier(70) });
    expect(await journal()).toEqual(['SchemeDraftRewritten']);
  });

  it('keeps its author when somebody saves it as it is', async () => {
    const { draft: before } = await view();
    expect((await save(before?.scheme)).statusCode).toBe(200);
    const { draft: after } = await view(other);
    expect(after).toEqual({ ...before, needsAnother: true });
    expect((await publish(other)).json()).toMatchObject({ code: 'scheme-needs-another' });
  });

  it('of a colleague, dropped knowingly, stays in the journal', async () => {
    const { draft } = await view();
    const answer = await drop(draft?.changedAt ?? '', supervisor);
    expect(answer.json<SchemeView>().draft).toBeUndefined();
    const entries = await readJournal(site.database.db, COUNTY, 'indicators:scheme');
    expect(entries.at(-1)).toMatchObject({
      type: 'SchemeDraftDropped',
      data: { scheme: draft?.scheme, authorId: other.personId },
    });
    expect((await saveOver(draft?.changedAt, await heavier(60))).statusCode).toBe(409);
    expect((await save(await heavier(60))).statusCode).toBe(200);
  });

  it('shows beforehand what it would have made of a period, from the frozen counts', async () => {
    const before: Assessment = (await supervisor.send('GET', published)).json();
    const effect = await supervisor.send('GET', `${url}/effect?period=2026-Q2`);
    const { isPublished, schemeVersion, rows } = effect.json<SchemeEffect>();
    expect({ isPublished, schemeVersion }).toEqual({ isPublished: true, schemeVersion: 0 });
    for (const { orgId, now, then } of rows) {
      const row = before.rows.find((one) => one.orgId === orgId);
      expect(now.score, orgId).toBe(row?.score);
      // Counted here once more, by hand: only the first line weighs otherwise.
      const lines = (row?.lines ?? []).filter(({ points }) => points !== undefined);
      const weighed = lines.map(({ indicator, weight, points = 0, share = 0 }) =>
        indicator === 'on-time' ? { weight: 60, points: share * 60 } : { weight, points },
      );
      const sum = (key: 'weight' | 'points') => weighed.reduce((n, one) => n + one[key], 0);
      const score = row?.vetoes.length === 0 ? (sum('points') / sum('weight')) * 100 : 0;
      expect(then.score, orgId).toBeCloseTo(score, 1);
    }
    expect(rows.length).toBeGreaterThan(1);
  });

  it('is put in force by another than wrote it, as they saw it, and not for the past', async () => {
    expect((await publish(supervisor)).json()).toMatchObject({ code: 'scheme-needs-another' });
    const stale = await publish(other, { changedAt: '2026-01-01T00:00:00.000Z' });
    expect(stale.json()).toMatchObject({ code: 'scheme-moved-on' });
    const back = await publish(other, { holdsFrom: '2026-04-01' });
    expect(back.json()).toMatchObject({ code: 'scheme-reaches-back' });
    expect((await publish(leader)).statusCode).toBe(403);
    expect((await publish(other)).json()).toMatchObject({ versions: [{ version: 1 }, {}] });
    expect((await publish(other)).json()).toMatchObject({ code: 'scheme-without-draft' });
    expect((await journal()).at(-1)).toBe('SchemeChanged');
  });

  it('holds for what begins from its day on, not for what had begun', async () => {
    const version = async (period: string) =>
      (await supervisor.send('GET', `/api/indicators/assessments/${period}`)).json<Assessment>()
        .schemeVersion;
    const year = Number((await view()).today.slice(0, 4));
    expect(await version('2026-Q2')).toBe(0);
    expect(await version(String(year))).toBe(0);
    expect(await version(String(year + 1))).toBe(1);
  });

  it('stays, as what was published stays: the database refuses every change', async () => {
    for (const table of ['assessment_scheme', 'assessment', 'assessment_note']) {
      const change = site.database.owner.query(`UPDATE ${table} SET tenant_id = 'else'`);
      await expect(change, table).rejects.toThrow('append-only');
    }
  });
});
