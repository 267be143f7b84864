/** Every figure of the reports, counted once more from the events, slowly and by other means. */
import type {
  CertificateCheck,
  HotTopicReport,
  LetterStatistics,
  RankingReport,
  UnitFigures,
  UnsolvedReport,
} from '@yichuang/contracts';
import { addDays, civilDate, daysBetween, type PlainDate } from '@yichuang/kernel/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestCaller, type TestSite } from '../assembly/testing-site.ts';
import { recountLetters, type CountedLetter } from './testing-recount.ts';
import { openLetterYard, type AnsweringUnit, type LetterYard } from './testing-letters.ts';
import { tellWeekly } from './tell-weekly.ts';

let site: TestSite;
let yard: LetterYard;
let units: readonly AnsweringUnit[];
let leader: TestCaller;
let special: TestCaller;
let today: PlainDate;
let counted: readonly CountedLetter[];

const DAY_MS = 86_400_000;
const STREETS = ['滨河路', '人民路', '青山小区', '柳浦街', '云溪大道'];
const good = (street: string): string => `${street}的路灯已于11月20日修好，夜间照明恢复正常`;

beforeAll(async () => {
  site = await openTestSite();
  yard = await openLetterYard(site);
  const unit = async (orgId: string, clerk: string, head: string): Promise<AnsweringUnit> => ({
    orgId,
    clerk: await site.staff(clerk),
    leader: await site.staff(head),
  });
  units = [
    await unit('yunxi/zjj', 'li.jie', 'fang.jingxian'),
    await unit('yunxi/lp', 'wu.dayou', 'bao.zhen'),
  ];
  leader = await site.staff('zhao.yunqi');
  special = await site.staff('wen.tong');
  await writeLetters();
  today = civilDate(site.parts.clock.now());
  counted = await recountLetters(site);
});
afterAll(() => site[Symbol.asyncDispose]());

/** Twenty-four letters of six fates, to two units, from five streets. */
async function writeLetters(): Promise<void> {
  const sender = await site.resident('19900000011');
  const ids: string[] = [];
  for (let i = 0; i < 24; i += 1) {
    const street = STREETS[i % STREETS.length] ?? '';
    const form = { title: `${street}路灯不亮`, body: `${street}路灯不亮已有${i + 2}天，请修理` };
    const kind = i % 8 === 7 ? 'wz-help' : 'wz-complaint';
    const division = i % 3 === 0 ? { division: 'yunxi/lp' } : {};
    ids.push(await yard.file(sender, kind, { ...form, ...division }));
  }
  for (const [i, id] of ids.entries()) {
    const unit = units[i % 3 === 2 ? 1 : 0];
    if (unit === undefined || i % 6 === 0) continue;
    await yard.refer(id, unit.orgId);
    if (i % 6 === 1) continue;
    // The other fates come after the clock has gone past their limits.
    if (i % 6 === 5) await yard.answerAgain(id, unit);
    else if (i % 6 !== 2) await yard.answer(id, unit, good(STREETS[i % 5] ?? ''));
    if (i % 6 === 3) await yard.rate(sender, id, 'satisfied', i % 4 === 3 ? 'mostly' : 'satisfied');
    if (i % 6 === 4) await yard.rate(sender, id, 'mostly', 'dissatisfied');
  }
  await markSensitive(ids[3] ?? '', ids[6] ?? '');
  await site.parts.movable?.moveForward(40 * DAY_MS);
  for (const [i, id] of ids.entries()) {
    const unit = units[i % 3 === 2 ? 1 : 0];
    if (unit !== undefined && i % 6 === 2 && i > 6) await yard.answer(id, unit, good('人民路'));
  }
}

async function markSensitive(...ids: string[]): Promise<void> {
  const command = { type: 'MarkSensitive', isSensitive: true, reason: '涉及个人隐私' };
  for (const id of ids) await yard.act(special, id, command);
}

function query(): string {
  return `from=${addDays(today, -60)}&until=${today}`;
}

async function asked<T>(caller: TestCaller, url: string): Promise<T> {
  const answer = await caller.send('GET', url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<T>();
}

const share = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Number((part / whole).toFixed(4));

function medianOf(days: readonly number[]): number | undefined {
  const sorted = days.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

function sharesOf(letters: readonly CountedLetter[]) {
  const onTime = letters.filter((one) => one.wasLate === false).length;
  const late = letters.filter((one) => one.wasLate === true || one.isOverdue).length;
  const answered = letters.filter((one) => one.answeredOn !== undefined);
  const days = answered.map((one) => daysBetween(one.receivedOn, one.answeredOn ?? today));
  return {
    received: letters.length,
    answered: answered.length,
    onTime,
    late,
    onTimeShare: share(onTime, onTime + late),
    medianDays: medianOf(days),
  };
}

describe('the ranking of units', () => {
  test('equals a recount from events to the last digit, for both kinds of readers', async () => {
    for (const [reader, isSpecial] of [
      [leader, false],
      [special, true],
    ] as const) {
      const report = await asked<RankingReport>(reader, `/api/letters/reports/ranking?${query()}`);
      const seen = counted.filter((one) => isSpecial || !one.isWithheld);
      const byUnit = Map.groupBy(
        seen.filter((one) => one.unit !== undefined),
        (one) => one.unit ?? '',
      );
      expect(new Set(report.units.map(({ orgId }) => orgId))).toEqual(new Set(byUnit.keys()));
      for (const unit of report.units) expectUnit(unit, byUnit.get(unit.orgId) ?? []);
      const scores = report.units.map(({ score }) => score ?? -1);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(report.formula).toContain('40');
    }
  });

  function expectUnit(unit: UnitFigures, letters: readonly CountedLetter[]): void {
    const rated = letters.filter((one) => one.handler !== undefined);
    const content = rated.filter((one) => one.handler !== 'dissatisfied').length;
    const checked = letters.filter((one) => one.answeredOn !== undefined && one.isAccepted);
    const clean = checked.filter((one) => one.returns === 0 && one.findings === 0).length;
    const { onTimeShare, ...counts } = sharesOf(letters);
    const parts = [
      [40, onTimeShare],
      [30, share(clean, checked.length)],
      [30, share(content, rated.length)],
    ] as const;
    const known = parts.flatMap(([weight, part]) => (part === undefined ? [] : [{ weight, part }]));
    const weights = known.reduce((sum, { weight }) => sum + weight, 0);
    const sum = known.reduce((total, { weight, part }) => total + weight * part, 0);
    const { rank: _rank, orgId: _id, name: _name, ...figures } = unit;
    // toEqual takes an absent figure and one that cannot be counted for the same.
    expect(figures).toEqual({
      ...counts,
      onTimeShare,
      rated: rated.length,
      qualityShare: share(clean, checked.length),
      satisfiedShare: share(content, rated.length),
      score: Number(((100 * sum) / weights).toFixed(2)),
    });
    expect(unit.late + unit.onTime).toBeGreaterThan(0);
  }
});

describe('the statistics', () => {
  test('equal a recount from events to the last digit, for both kinds of readers', async () => {
    for (const [reader, isSpecial] of [
      [leader, false],
      [special, true],
    ] as const) {
      const url = `/api/letters/reports/statistics?${query()}`;
      const report = await asked<LetterStatistics>(reader, url);
      const seen = counted.filter((one) => isSpecial || !one.isWithheld);
      const { onTime: _on, late: _late, ...figures } = sharesOf(seen);
      const rated = seen.filter((one) => one.office !== undefined);
      const content = rated.filter(
        (one) => one.office !== 'dissatisfied' && one.handler !== 'dissatisfied',
      );
      const { byKind, byChannel, byDivision, byWeek, byCategory: _all, ...told } = report;
      expect(told).toEqual({
        ...figures,
        from: addDays(today, -60),
        until: today,
        satisfiedShare: share(content.length, rated.length),
        ratedShare: share(rated.length, figures.answered),
      });
      expect(countsOf(byKind)).toEqual(tally(seen.map(({ kind }) => kind)));
      expect(countsOf(byChannel)).toEqual(tally(seen.map(({ channel }) => channel)));
      expect(countsOf(byDivision)).toEqual(tally(seen.map((one) => one.division ?? 'none')));
      const total = (pick: 'received' | 'answered'): number =>
        byWeek.reduce((sum, week) => sum + week[pick], 0);
      expect([total('received'), total('answered')]).toEqual([figures.received, figures.answered]);
    }
  });

  function countsOf(shares: LetterStatistics['byKind']): Record<string, number> {
    return Object.fromEntries(shares.map(({ key, count }) => [key, count]));
  }

  function tally(keys: readonly string[]): Record<string, number> {
    return Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([k, v]) => [k, v.length]));
  }

  test('in public count nothing withheld, and tell of no group of fewer than three', async () => {
    const report = await asked<LetterStatistics>(
      site.nobody,
      `/api/public/letters/statistics?${query()}`,
    );
    const open = counted.filter((one) => !one.isWithheld);
    expect(report.received).toBe(open.length);
    const groups = [report.byKind, report.byCategory, report.byDivision, report.byChannel].flat();
    expect(groups.every(({ count }) => count >= 3)).toBe(true);
    expect(report.from.endsWith('-01')).toBe(true);
    const ranking = await asked<RankingReport>(
      site.nobody,
      `/api/public/letters/ranking?${query()}`,
    );
    expect(ranking.units.every(({ received }) => received >= 3)).toBe(true);
  });

  test('are asked for a period that there is', async () => {
    for (const wrong of ['from=2026-02-30', 'from=2026-05-02&until=2026-05-01']) {
      const answer = await leader.send('GET', `/api/letters/reports/statistics?${wrong}`);
      expect(answer.json<{ code: string }>().code).toBe('report-period-wrong');
    }
  });
});

describe('the hot topics', () => {
  test('count what the reader may count, and lead to what the reader may open', async () => {
    const url = `/api/letters/reports/hot-topics?${query()}`;
    const [few, all] = [
      await asked<HotTopicReport>(leader, url),
      await asked<HotTopicReport>(special, url),
    ];
    const withheld = counted.filter((one) => one.isWithheld).map(({ caseId }) => caseId);
    expect([few.letters, all.letters]).toEqual([counted.length - 2, counted.length]);
    expect(few.topics.length).toBeGreaterThan(0);
    const ids = [...few.topics, ...few.divisions].flatMap((figure) => figure.ids);
    expect(ids.filter((id) => withheld.includes(id))).toEqual([]);
    for (const id of ids)
      expect((await leader.send('GET', `/api/cases/${id}`)).statusCode).toBe(200);
    const closed = await leader.send('GET', `/api/cases/${withheld[0]}`);
    expect(closed.statusCode).toBe(404);
  });

  test('are for who reads reports', async () => {
    for (const report of ['hot-topics', 'long-unsolved', 'ranking', 'statistics']) {
      const answer = await units[0]?.clerk.send('GET', `/api/letters/reports/${report}`);
      expect(answer?.statusCode).toBe(403);
    }
  });
});

describe('what is long unsolved', () => {
  test('is what is open and late, or open again; each row says why', async () => {
    const report = await asked<UnsolvedReport>(leader, '/api/letters/reports/long-unsolved');
    const wanted = counted.filter((one) => !one.isWithheld && (one.isOpenLate || one.isReopened));
    expect(report.rows.map(({ caseId }) => caseId).toSorted()).toEqual(
      wanted.map(({ caseId }) => caseId).toSorted(),
    );
    expect(report.rows.length).toBeGreaterThan(3);
    expect(report.rows.every(({ why }) => why.startsWith('收到'))).toBe(true);
    expect(report.rows.some(({ why }) => why.includes('超期'))).toBe(true);
  });
});

describe('the circular of a quarter', () => {
  const at = (quarter: string): string => `/api/letters/reports/circular.pdf?quarter=${quarter}`;

  test('is a draft until the quarter is over, then issued once, sealed, checkable', async () => {
    const draft = await leader.send('GET', at(`${today.slice(0, 4)}-Q4`));
    expect(draft.headers['content-disposition']).toContain('draft');
    const past = `${Number(today.slice(0, 4)) - 1}-Q4`;
    const [first, again] = [
      await leader.send('GET', at(past)),
      await special.send('GET', at(past)),
    ];
    expect(first.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.rawPayload.equals(again.rawPayload)).toBe(true);
    const [row] = await site.database.db.query<{ number: string; check_code: string }>(
      "SELECT number, check_code FROM document_number WHERE document_id = 'circular'",
    );
    expect(row?.number).toMatch(/^云信访通〔\d{4}〕1号$/u);
    const check = await asked<CertificateCheck>(
      site.nobody,
      `/api/certificates/${row?.check_code}`,
    );
    expect(check).toMatchObject({ number: row?.number, issuer: '云溪县信访局', isSealValid: true });
  });
});

describe('the week', () => {
  test('is told to every leader once', async () => {
    const { parts } = site;
    const deps = { ...parts.deps, desk: parts.desk, notices: parts.notices, countyNames: [] };
    await tellWeekly(deps);
    await tellWeekly(deps);
    const told = await site.database.db.query<{ person_id: string; params: { from: string } }>(
      "SELECT person_id, params FROM notice WHERE template = 'letters-weekly'",
    );
    expect(new Set(told.map(({ person_id }) => person_id)).size).toBe(told.length);
    expect(told.map(({ person_id }) => person_id)).toContain(leader.personId);
  });
});
