import { Type } from '@sinclair/typebox';
import { DesignImport } from '@yichuang/contracts';
import type { FastifyReply } from 'fastify';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { listVersions } from '../catalogue/index.ts';
import { sessionOf, type App } from '../platform/http/index.ts';
import type { DesignDeps } from './design-deps.ts';
import { findDraft, rootOrgId } from './design-drafts.ts';
import { designerOf } from './designer.ts';
import { importArchive } from './import-archive.ts';
import { MOST_ARCHIVE_BYTES } from './open-archive.ts';
import { folderOf, packArchive } from './pack-archive.ts';
import { canDesign, codeParams, draftParams } from './route-parts.ts';
import { refuseDesign } from './refusals.ts';

/** Items as pack folders, out and in. */
export function packRoutes(app: App, deps: DesignDeps): void {
  addExports(app, deps);
  addImport(app, deps);
}

function addExports(app: App, deps: DesignDeps): void {
  app.get(
    '/api/designer/drafts/:draftId/pack.zip',
    { config: canDesign, schema: { params: draftParams } },
    async (request, reply) => {
      const designer = designerOf(sessionOf(request, 'staff'));
      const draft = await findDraft(deps, designer, request.params.draftId);
      if (draft === undefined) return reply.refuse(refuseDesign('design-draft-unknown').refusals);
      const [newest] = await listVersions(deps.db, deps.tenantId, draft.item.code);
      // The number that it would be published under: elsewhere it must not pass for another one.
      return sendPack(reply, deps, { ...draft.item, version: (newest?.version ?? 0) + 1 });
    },
  );
  const querystring = Type.Object({
    version: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
  });
  app.get(
    '/api/designer/items/:code/pack.zip',
    { config: canDesign, schema: { params: codeParams, querystring } },
    async (request, reply) => {
      const { code } = request.params;
      const item = await deps.findItem(code, request.query.version);
      if (item !== undefined) return sendPack(reply, deps, item);
      return reply.refuse(refuseDesign('design-item-unknown', { code }).refusals);
    },
  );
}

function sendPack(reply: FastifyReply, deps: DesignDeps, item: ItemDefinition): FastifyReply {
  const order = { item, needs: deps.pack.id, rootOrgId: rootOrgId(deps) };
  const name = `${folderOf(item)}-v${item.version}.zip`;
  return reply
    .type('application/zip')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Buffer.from(packArchive(order)));
}

function addImport(app: App, deps: DesignDeps): void {
  app.post(
    '/api/designer/import',
    {
      config: canDesign,
      schema: { consumes: ['multipart/form-data'], response: { 201: DesignImport } },
    },
    async (request, reply) => {
      const part = await request.file({ limits: { fileSize: MOST_ARCHIVE_BYTES + 1 } });
      if (part === undefined) {
        return reply.refuse([{ code: 'request-invalid', params: { fields: 'file' } }]);
      }
      const designer = designerOf(sessionOf(request, 'staff'));
      const bytes = await part.toBuffer();
      const imported = await importArchive(deps, designer, bytes, request.language);
      if (!imported.ok) return reply.refuse(imported.refusals);
      return reply.code(201).send(imported.value);
    },
  );
}
