import { Type } from '@sinclair/typebox';
import { Assessment, NewAssessmentNote, NewScheme, SchemeVersion } from '@yichuang/contracts';
import { sessionOf, type App } from '../platform/http/index.ts';
import {
  addNote,
  changeScheme,
  publishAssessment,
  readAssessment,
  schemeInForce,
} from './assess.ts';
import { readSchemes } from './assessment-store.pg.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { PERIOD_NAME } from './periods.ts';

const reads = { right: { action: 'insight:read' } } as const;
const acts = { right: { action: 'supervision:act' } } as const;
const params = Type.Object({ period: Type.String({ pattern: PERIOD_NAME }) });
const url = '/api/indicators/assessments/:period';

/** Scores of a period; who watches publishes them, a department's leader may object. */
export function assessmentRoutes(app: App, deps: IndicatorDeps): void {
  addReading(app, deps);
  addScheme(app, deps);
}

function addReading(app: App, deps: IndicatorDeps): void {
  app.get(url, { config: reads, schema: { params, response: { 200: Assessment } } }, (request) =>
    readAssessment(deps, request.params.period, sessionOf(request, 'staff'), request.language),
  );
  app.post(
    `${url}/publication`,
    { config: acts, schema: { params, response: { 200: Assessment } } },
    async (request, reply) => {
      const { period } = request.params;
      const session = sessionOf(request, 'staff');
      const refusal = await publishAssessment(deps, period, session);
      if (refusal !== undefined) return reply.refuse([refusal]);
      return readAssessment(deps, period, session, request.language);
    },
  );
  app.post(
    `${url}/notes`,
    { config: reads, schema: { params, body: NewAssessmentNote, response: { 200: Assessment } } },
    async (request, reply) => {
      const { period } = request.params;
      const session = sessionOf(request, 'staff');
      const refusal = await addNote(deps, period, session, request.body);
      if (refusal !== undefined) return reply.refuse([refusal]);
      return readAssessment(deps, period, session, request.language);
    },
  );
}

function addScheme(app: App, deps: IndicatorDeps): void {
  app.get(
    '/api/indicators/scheme',
    { config: reads, schema: { response: { 200: Type.Array(SchemeVersion) } } },
    async () => {
      const begun = { version: 0, scheme: deps.statutes.assessment };
      return [...(await readSchemes(deps.db, deps.tenantId)), begun];
    },
  );
  app.post(
    '/api/indicators/scheme',
    { config: acts, schema: { body: NewScheme, response: { 200: SchemeVersion } } },
    async (request, reply) => {
      const refusal = await changeScheme(deps, sessionOf(request, 'staff'), request.body);
      return refusal === undefined ? schemeInForce(deps) : reply.refuse([refusal]);
    },
  );
}
