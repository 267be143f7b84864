import { Type } from '@sinclair/typebox';
import { Day, UploadDayView, UploadOverview } from '@yichuang/contracts';
import { isPlainDate } from '@yichuang/kernel/time';
import type { App } from '../platform/http/index.ts';
import type { Exchange } from './exchange.ts';
import { measureExchange } from './metrics.ts';

const read = { right: { action: 'upload:read' } } as const;
const manage = { right: { action: 'upload:manage' } } as const;
const dayParams = Type.Object({ day: Day });
const Resent = Type.Object({ cases: Type.Integer() });

/** /api/upload: how it stands, day by day, and what a person does about it. */
export function exchangeRoutes(app: App, exchange: Exchange): void {
  measureExchange(app, exchange);
  app.get(
    '/api/upload',
    { config: read, schema: { response: { 200: UploadOverview } } },
    ({ language }) => exchange.overview(language),
  );
  addDays(app, exchange);
  app.post(
    '/api/upload/cases/:caseId/resend',
    {
      config: manage,
      schema: {
        params: Type.Object({ caseId: Type.String({ format: 'uuid' }) }),
        response: { 200: Resent },
      },
    },
    async ({ params }, reply) => {
      if (!exchange.isOn) return reply.refuse([{ code: 'upload-off' }]);
      const cases = await exchange.sendCaseAgain(params.caseId);
      return cases === 0 ? reply.refuse([{ code: 'upload-case-unknown' }]) : { cases };
    },
  );
  app.post(
    '/api/upload/try',
    { config: manage, schema: { response: { 204: Type.Null() } } },
    async (_, reply) => {
      if (!exchange.isOn) return reply.refuse([{ code: 'upload-off' }]);
      await exchange.tryNow();
      return reply.code(204).send(null);
    },
  );
}

function addDays(app: App, exchange: Exchange): void {
  app.get(
    '/api/upload/days/:day',
    { config: read, schema: { params: dayParams, response: { 200: UploadDayView } } },
    async ({ params: { day }, language }, reply) => {
      if (!isPlainDate(day)) return reply.refuse([{ code: 'upload-day-wrong' }]);
      return exchange.day(day, language);
    },
  );
  app.post(
    '/api/upload/days/:day/compare',
    { config: manage, schema: { params: dayParams, response: { 200: UploadDayView } } },
    async ({ params: { day } }, reply) => {
      if (!exchange.isOn) return reply.refuse([{ code: 'upload-off' }]);
      if (!isPlainDate(day)) return reply.refuse([{ code: 'upload-day-wrong' }]);
      const isAnswered = await exchange.compare(day);
      return isAnswered ? exchange.day(day) : reply.refuse([{ code: 'upload-receiver-silent' }]);
    },
  );
  app.post(
    '/api/upload/days/:day/resend',
    { config: manage, schema: { params: dayParams, response: { 200: Resent } } },
    async ({ params: { day } }, reply) => {
      if (!exchange.isOn) return reply.refuse([{ code: 'upload-off' }]);
      if (!isPlainDate(day)) return reply.refuse([{ code: 'upload-day-wrong' }]);
      return { cases: await exchange.sendDayAgain(day) };
    },
  );
}
