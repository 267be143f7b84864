import { Type } from '@sinclair/typebox';
import { BpmnImportAnswer, type BpmnProcessView } from '@yichuang/contracts';
import { findItem } from '../catalogue/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { App } from '../platform/http/index.ts';
import type { Language } from '../platform/refusal.ts';
import { exportFlow } from './export-flow.ts';
import { importProcesses, type ImportedProcess } from './import-bpmn.ts';
import { MOST_BYTES } from './read-xml.ts';
import { drawingTextsIn, explainRefusal, explainSuggestion } from './texts.ts';

export interface BpmnDeps {
  readonly db: Db;
  readonly tenantId: string;
  readonly clock: Clock;
}

/** GET /api/items/:code/flow.bpmn, the published flow; POST /api/bpmn/import, a drawn one. */
export function bpmnRoutes(app: App, deps: BpmnDeps): void {
  addExport(app, deps);
  addImport(app);
}

const MEDIA_TYPE = 'application/xml; charset=utf-8';

function addExport(app: App, { db, tenantId, clock }: BpmnDeps): void {
  const schema = {
    params: Type.Object({ code: Type.String({ maxLength: 100 }) }),
    querystring: Type.Object({
      version: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
    }),
  };
  app.get(
    '/api/items/:code/flow.bpmn',
    { config: { right: 'public' }, schema },
    async (request, reply) => {
      const { code } = request.params;
      const item = await findItem(db, tenantId, code, request.query.version ?? clock.now());
      const isHidden = item?.lifecycle === 'internal' && request.staff === undefined;
      if (item?.flow === undefined || isHidden) return reply.refuse([{ code: 'page-not-found' }]);
      const texts = drawingTextsIn(request.language);
      const xml = await exportFlow(item.flow, { name: item.name, texts });
      // Header values are ASCII (RFC 6266); codes of items may be anything.
      const file = encodeURIComponent(`${code}.bpmn`);
      return reply
        .type(MEDIA_TYPE)
        .header('content-disposition', `attachment; filename*=UTF-8''${file}`)
        .send(xml);
    },
  );
}

/** A file or the XML itself; an answer where at least one of its processes imports. */
function addImport(app: App): void {
  app.addContentTypeParser(
    ['application/xml', 'text/xml', 'application/bpmn+xml'],
    { parseAs: 'string', bodyLimit: MOST_BYTES },
    (_request, body, done) => done(null, body),
  );
  app.post(
    '/api/bpmn/import',
    {
      config: { right: { action: 'item:design' } },
      schema: {
        consumes: ['multipart/form-data', 'application/xml'],
        response: { 200: BpmnImportAnswer },
      },
    },
    async (request, reply) => {
      const part = request.isMultipart()
        ? await request.file({ limits: { fileSize: MOST_BYTES + 1 } })
        : undefined;
      const xml = part === undefined ? request.body : (await part.toBuffer()).toString('utf8');
      if (typeof xml !== 'string' || xml === '') {
        return reply.refuse([{ code: 'request-invalid', params: { fields: 'file' } }]);
      }
      const processes = await importProcesses(xml);
      if ('refusals' in processes) return reply.refuse(processes.refusals);
      const refused = processes.flatMap((found) => ('refusals' in found ? found.refusals : []));
      if (processes.every((found) => 'refusals' in found)) return reply.refuse(refused);
      return { processes: processes.map((found) => viewOf(found, request.language)) };
    },
  );
}

function viewOf(found: ImportedProcess, language: Language): BpmnProcessView {
  const { processId, name } = found;
  if ('refusals' in found) {
    const refusals = found.refusals.map((refusal) => explainRefusal(refusal, language));
    return { processId, name, refusals };
  }
  const suggestions = found.suggestions.map((one) => explainSuggestion(one, language));
  return { processId, name, flow: found.flow, suggestions };
}
