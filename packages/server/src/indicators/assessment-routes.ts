import { Type } from '@sinclair/typebox';
import { Assessment, NewAssessmentNote } from '@yichuang/contracts';
import { sessionOf, type App } from '../platform/http/index.ts';
import { addNote, publishAssessment, readAssessment } from './assess.ts';
import type { IndicatorDeps } from './indicator-deps.ts';
import { PERIOD_NAME } from './periods.ts';

const reads = { right: { action: 'insight:read' } } as const;
const acts = { right: { action: 'supervision:act' } } as const;
const params = Type.Object({ period: Type.String({ pattern: PERIOD_NAME }) });
const url = '/api/indicators/assessments/:period';

/** Scores of a period; who watches publishes them, a department's leader may object. */
export function assessmentRoutes(app: App, deps: IndicatorDeps): void {
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
