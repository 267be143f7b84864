import { Type } from '@sinclair/typebox';
import {
  CountedCases,
  IndicatorReport,
  IndicatorSeries,
  PersonReport,
  PublicStatistics,
} from '@yichuang/contracts';
import { isPlainDate } from '@yichuang/kernel/time';
import { sessionOf, type App, type Session } from '../platform/http/index.ts';
import { contentDisposition } from '../platform/files/index.ts';
import { addressKey, type RateLimiter } from '../platform/rate-limit/index.ts';
import type { Language, Refusal } from '../platform/refusal.ts';
import type { Secrets } from '../platform/secrets/index.ts';
import { circularOf, type CircularDeps } from './circular.ts';
import { exportWorkbook } from './export-workbook.ts';
import { figureScopeOf, type FigureScope } from './figure-scope.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { listCountedCases } from './list-cases.ts';
import { orgTree, OWN } from './org-tree.ts';
import { PERIOD_NAME, periodOf, type Period } from './periods.ts';
import { reportPersons } from './report-persons.ts';
import { reportSeries } from './report-series.ts';
import { reportIndicators, shownIndicators } from './report-indicators.ts';

export interface IndicatorRoutesDeps extends CircularDeps {
  readonly limiter: RateLimiter;
  readonly secrets: Secrets;
  readonly publicStatistics: (language: Language) => Promise<PublicStatistics>;
}

/** Leaders have it for what is below them, who watches for everything (figure-scope.ts). */
const config = { right: { action: 'insight:read' } } as const;
const orgId = Type.Optional(Type.String({ maxLength: 100 }));
const day = Type.Optional(Type.String({ maxLength: 10 }));
/** Two days, or a month, quarter, half or year by its name. */
const period = Type.Optional(Type.String({ pattern: PERIOD_NAME }));
const days = { from: day, until: day, period };

/** GET /api/indicators: figures of a period; …/cases: what stands behind one of them. */
export function indicatorRoutes(app: App, deps: IndicatorRoutesDeps): void {
  addReport(app, deps);
  addCases(app, deps);
  addPersons(app, deps);
  addSeries(app, deps);
  addExport(app, deps);
  addCircular(app, deps);
  addPublic(app, deps);
}

const reportQuery = Type.Object({
  ...days,
  by: Type.Optional(Type.Union([Type.Literal('office'), Type.Literal('item')])),
  orgId,
});

function addReport(app: App, deps: IndicatorDeps): void {
  app.get(
    '/api/indicators',
    { config, schema: { querystring: reportQuery, response: { 200: IndicatorReport } } },
    async (request, reply) => {
      const { by = 'office' } = request.query;
      const asked = await readAsked(deps, sessionOf(request, 'staff'), request.query);
      if ('code' in asked) return reply.refuse([asked]);
      return reportIndicators(deps, { ...asked, by, language: request.language });
    },
  );
}

const casesQuery = Type.Object({
  ...days,
  orgId,
  indicator: Type.String({ maxLength: 60 }),
  part: Type.Union([Type.Literal('of'), Type.Literal('per'), Type.Literal('missing')]),
  itemCode: Type.Optional(Type.String({ maxLength: 100 })),
  after: Type.Optional(Type.String({ maxLength: 100 })),
});

function addCases(app: App, deps: IndicatorDeps): void {
  app.get(
    '/api/indicators/cases',
    { config, schema: { querystring: casesQuery, response: { 200: CountedCases } } },
    async (request, reply) => {
      const { indicator: id, part, itemCode, after } = request.query;
      const asked = await readAsked(deps, sessionOf(request, 'staff'), request.query);
      if ('code' in asked) return reply.refuse([asked]);
      const indicator = shownIndicators(deps).find((one) => one.id === id);
      const params = { indicator: id };
      if (indicator === undefined) return reply.refuse([{ code: 'indicator-unknown', params }]);
      const listed = await listCountedCases(deps, {
        ...asked,
        indicator,
        part,
        ...(itemCode === undefined ? {} : { itemCode }),
        ...(after === undefined ? {} : { after }),
      });
      return listed ?? reply.refuse([{ code: 'indicator-without-cases', params }]);
    },
  );
}

function addPersons(app: App, deps: IndicatorDeps): void {
  const querystring = Type.Object({ ...days, orgId });
  app.get(
    '/api/indicators/persons',
    { config, schema: { querystring, response: { 200: PersonReport } } },
    async (request, reply) => {
      const asked = await readAsked(deps, sessionOf(request, 'staff'), request.query);
      return 'code' in asked ? reply.refuse([asked]) : reportPersons(deps, asked);
    },
  );
}

function addSeries(app: App, deps: IndicatorDeps): void {
  const querystring = Type.Object({ ...days, orgId, indicator: Type.String({ maxLength: 60 }) });
  app.get(
    '/api/indicators/series',
    { config, schema: { querystring, response: { 200: IndicatorSeries } } },
    async (request, reply) => {
      const { indicator: id } = request.query;
      const asked = await readAsked(deps, sessionOf(request, 'staff'), request.query);
      if ('code' in asked) return reply.refuse([asked]);
      const indicator = shownIndicators(deps).find((one) => one.id === id);
      const unknown = { code: 'indicator-unknown', params: { indicator: id } };
      return indicator === undefined
        ? reply.refuse([unknown])
        : reportSeries(deps, indicator, asked);
    },
  );
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function addExport(app: App, deps: IndicatorDeps): void {
  app.get(
    '/api/indicators/export.xlsx',
    { config, schema: { querystring: reportQuery } },
    async (request, reply) => {
      const { by = 'office' } = request.query;
      const { language } = request;
      const asked = await readAsked(deps, sessionOf(request, 'staff'), request.query);
      if ('code' in asked) return reply.refuse([asked]);
      const report = await reportIndicators(deps, { ...asked, by, language });
      const workbook = await exportWorkbook(report, await reportPersons(deps, asked), language);
      const name = `indicators ${asked.from} ${asked.until}.xlsx`;
      return reply
        .header('content-disposition', contentDisposition('attachment', name))
        .type(WORKBOOK)
        .send(Buffer.from(workbook));
    },
  );
}

/** A draft says so by its name: nobody is to send it round. */
function addCircular(app: App, deps: CircularDeps): void {
  const querystring = Type.Object({ period: Type.String({ pattern: PERIOD_NAME }) });
  app.get(
    '/api/indicators/circular.pdf',
    { config: { right: { action: 'supervision:read' } }, schema: { querystring } },
    async (request, reply) => {
      const { pdf, number } = await circularOf(deps, request.query.period);
      const name = `${number ?? `draft ${request.query.period}`}.pdf`;
      return reply
        .header('content-disposition', contentDisposition('inline', name))
        .type('application/pdf')
        .send(Buffer.from(pdf));
    },
  );
}

const PUBLIC_RATE = { limit: 60, windowMs: 60_000 } as const;

function addPublic(app: App, deps: IndicatorRoutesDeps): void {
  app.get(
    '/api/public/statistics',
    { config: { right: 'public' }, schema: { response: { 200: PublicStatistics } } },
    async (request, reply) => {
      const key = `statistics ${addressKey(deps, request.ip)}`;
      const taken = await deps.limiter.take(key, PUBLIC_RATE);
      return taken.ok ? deps.publicStatistics(request.language) : reply.refuse([taken.refusal]);
    },
  );
}

interface Asked extends Period {
  readonly orgId: string;
  /** Without the offices below it. */
  readonly isOwn: boolean;
  readonly scope: FigureScope;
}

/** The period and the office that a reader asks about; of the office, whether it is theirs. */
async function readAsked(
  deps: IndicatorDeps,
  session: Session,
  query: AskedPeriod & { readonly orgId?: string },
): Promise<Asked | Refusal> {
  const days = readPeriod(query);
  if (days === undefined) return { code: 'report-period-wrong' };
  const tree = orgTree(await deps.directory.orgs());
  const scope = figureScopeOf(session, tree);
  const wanted = query.orgId ?? scope.topId;
  const isOwn = wanted.endsWith(OWN);
  const office = isOwn ? wanted.slice(0, -OWN.length) : wanted;
  if (!tree.has(office) || !scope.mayRead(office)) return { code: 'figures-outside-scope' };
  return { ...days, orgId: office, isOwn, scope };
}

interface AskedPeriod {
  readonly from?: string;
  readonly until?: string;
  readonly period?: string;
}

function readPeriod({ from = '', until = '', period: name }: AskedPeriod): Period | undefined {
  if (name !== undefined) return periodOf(name);
  if (!isPlainDate(from) || !isPlainDate(until) || from > until) return undefined;
  return { from, until };
}
