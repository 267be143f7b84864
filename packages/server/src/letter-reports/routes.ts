import { Type } from '@sinclair/typebox';
import {
  HotTopicReport,
  LetterStatistics,
  RankingReport,
  UnsolvedReport,
} from '@yichuang/contracts';
import { civilDate, isPlainDate } from '@yichuang/kernel/time';
import { contentDisposition } from '../platform/files/index.ts';
import { sessionOf, type App } from '../platform/http/index.ts';
import { addressKey, type RateLimiter } from '../platform/rate-limit/index.ts';
import type { Secrets } from '../platform/secrets/index.ts';
import { circularOf, type CircularDeps } from './circular.ts';
import { LEAST_RANKED } from './public-figures.ts';
import { reportHotTopics } from './hot-topic-report.ts';
import { reportRanking } from './ranking.ts';
import type { ReportDeps } from './report-deps.ts';
import { lastWeekOf, wholeMonths, yearOf, type Period } from './report-period.ts';
import { publicReader, reportReaderOf } from './report-reader.ts';
import { countStatistics } from './statistics.ts';
import { MOST_LETTERS } from './topic-letters.pg.ts';
import { reportUnsolved } from './unsolved-report.ts';

export interface LetterReportRoutesDeps extends CircularDeps {
  readonly limiter: RateLimiter;
  readonly secrets: Secrets;
}

const config = { right: { action: 'letter:report' } } as const;
const day = Type.Optional(Type.String({ maxLength: 10 }));
const periodQuery = Type.Object({ from: day, until: day });

/** /api/letters/reports/* for leaders; /api/public/letters/{statistics,ranking} for everybody. */
export function letterReportRoutes(app: App, deps: LetterReportRoutesDeps): void {
  addTopics(app, deps);
  addUnsolved(app, deps);
  addFigures(app, deps);
  addCircular(app, deps);
  addPublic(app, deps);
}

function addTopics(app: App, deps: ReportDeps): void {
  app.get(
    '/api/letters/reports/hot-topics',
    { config, schema: { querystring: periodQuery, response: { 200: HotTopicReport } } },
    async (request, reply) => {
      const period = periodOf(request.query, lastWeekOf(todayOf(deps)));
      if (period === undefined) return reply.refuse([{ code: 'report-period-wrong' }]);
      const reader = await reportReaderOf(deps.desk, sessionOf(request, 'staff'));
      const report = await reportHotTopics(deps, period, reader, request.language);
      const tooMany = { code: 'report-too-large', params: { most: MOST_LETTERS } };
      return report ?? reply.refuse([tooMany]);
    },
  );
}

function addUnsolved(app: App, deps: ReportDeps): void {
  const month = Type.Optional(Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }));
  app.get(
    '/api/letters/reports/long-unsolved',
    {
      config,
      schema: { querystring: Type.Object({ month }), response: { 200: UnsolvedReport } },
    },
    async (request) => {
      const reader = await reportReaderOf(deps.desk, sessionOf(request, 'staff'));
      const wanted = request.query.month ?? todayOf(deps).slice(0, 7);
      return reportUnsolved(deps, wanted, reader, request.language);
    },
  );
}

function addFigures(app: App, deps: ReportDeps): void {
  app.get(
    '/api/letters/reports/ranking',
    { config, schema: { querystring: periodQuery, response: { 200: RankingReport } } },
    async (request, reply) => {
      const today = todayOf(deps);
      const period = periodOf(request.query, yearOf(today));
      if (period === undefined) return reply.refuse([{ code: 'report-period-wrong' }]);
      const reader = await reportReaderOf(deps.desk, sessionOf(request, 'staff'));
      const { language } = request;
      return reportRanking(deps, { ...period, reader, today, language, leastLetters: 1 });
    },
  );
  app.get(
    '/api/letters/reports/statistics',
    { config, schema: { querystring: periodQuery, response: { 200: LetterStatistics } } },
    async (request, reply) => {
      const today = todayOf(deps);
      const period = periodOf(request.query, yearOf(today));
      if (period === undefined) return reply.refuse([{ code: 'report-period-wrong' }]);
      const reader = await reportReaderOf(deps.desk, sessionOf(request, 'staff'));
      const { language } = request;
      return countStatistics(deps, { ...period, reader, today, language, isPublic: false });
    },
  );
}

/** A draft says so by its name: nobody is to send it round. */
function addCircular(app: App, deps: CircularDeps): void {
  const quarter = Type.String({ pattern: '^[12]\\d{3}-Q[1-4]$' });
  app.get(
    '/api/letters/reports/circular.pdf',
    { config, schema: { querystring: Type.Object({ quarter }) } },
    async (request, reply) => {
      const { pdf, number } = await circularOf(deps, request.query.quarter);
      const name = `${number ?? `draft ${request.query.quarter}`}.pdf`;
      return reply
        .header('content-disposition', contentDisposition('inline', name))
        .type('application/pdf')
        .send(Buffer.from(pdf));
    },
  );
}

const PUBLIC_RATE = { limit: 60, windowMs: 60_000 } as const;

function addPublic(app: App, deps: LetterReportRoutesDeps): void {
  const isPublic = { right: 'public' } as const;
  const limited = (ip: string) =>
    deps.limiter.take(`letter-figures ${addressKey(deps, ip)}`, PUBLIC_RATE);
  app.get(
    '/api/public/letters/statistics',
    { config: isPublic, schema: { querystring: periodQuery, response: { 200: LetterStatistics } } },
    async (request, reply) => {
      const taken = await limited(request.ip);
      if (!taken.ok) return reply.refuse([taken.refusal]);
      const query = publicQuery(deps, request.query);
      if (query === undefined) return reply.refuse([{ code: 'report-period-wrong' }]);
      return countStatistics(deps, { ...query, language: request.language, isPublic: true });
    },
  );
  app.get(
    '/api/public/letters/ranking',
    { config: isPublic, schema: { querystring: periodQuery, response: { 200: RankingReport } } },
    async (request, reply) => {
      const taken = await limited(request.ip);
      if (!taken.ok) return reply.refuse([taken.refusal]);
      const query = publicQuery(deps, request.query);
      if (query === undefined) return reply.refuse([{ code: 'report-period-wrong' }]);
      const { language } = request;
      return reportRanking(deps, { ...query, language, leastLetters: LEAST_RANKED });
    },
  );
}

function publicQuery(deps: ReportDeps, asked: AskedPeriod) {
  const today = todayOf(deps);
  const period = periodOf(asked, yearOf(today));
  if (period === undefined) return undefined;
  return { ...wholeMonths(period), reader: publicReader, today };
}

interface AskedPeriod {
  readonly from?: string;
  readonly until?: string;
}

/** Undefined where the days asked for are none, or the wrong way round. */
function periodOf({ from, until }: AskedPeriod, usual: Period): Period | undefined {
  const wanted = { from: from ?? usual.from, until: until ?? usual.until };
  if (!isPlainDate(wanted.from) || !isPlainDate(wanted.until)) return undefined;
  if (wanted.from > wanted.until) return undefined;
  return { from: wanted.from, until: wanted.until };
}

function todayOf({ clock }: Pick<ReportDeps, 'clock'>) {
  return civilDate(clock.now());
}
