import { Type } from '@sinclair/typebox';
import {
  DraftChange,
  DraftView,
  FilePageSchema,
  FilingReceipt,
  PartyBody,
} from '@yichuang/contracts';
import type { FastifyRequest } from 'fastify';
import { applicantActor, staffActor } from '../cases/index.ts';
import { sendFile } from '../platform/files/index.ts';
import { sessionOf, type App, type RouteRight } from '../platform/http/index.ts';
import type { Drafts, Filer } from './drafts.ts';
import { uploadPage, type UploadDeps } from './uploads.ts';

export interface DraftRoutesOptions extends UploadDeps {
  readonly service: Drafts;
}

const draftParams = Type.Object({ draftId: Type.String({ maxLength: 64 }) });
const keyHeader = Type.Object({
  'idempotency-key': Type.String({ minLength: 8, maxLength: 100 }),
});

/** The same routes twice: for residents under /api/my, for the counter under /api/counter. */
export function draftRoutes(app: App, options: DraftRoutesOptions): void {
  addDrafts(app, options.service, '/api/my/drafts', 'resident', residentFiler);
  const atCounter = { action: 'case:file-on-behalf' };
  addDrafts(app, options.service, '/api/counter/drafts', atCounter, counterFiler);
  app.post(
    '/api/my/cases/:caseId/again',
    {
      config: { right: 'resident' },
      schema: {
        params: Type.Object({ caseId: Type.String({ maxLength: 64 }) }),
        response: { 201: DraftView },
      },
    },
    async (request, reply) => {
      const made = await options.service.createAgain(residentFiler(request), request.params.caseId);
      return made.ok ? reply.code(201).send(made.value) : reply.refuse(made.refusals);
    },
  );
  addUploads(app, options, '/api/my/uploads', 'resident');
  addUploads(app, options, '/api/uploads', 'staff');
}

export type FilerOf = (request: FastifyRequest) => Filer;

export const residentFiler: FilerOf = (request) => {
  const session = sessionOf(request, 'resident');
  return { actor: applicantActor(session), personId: session.personId, isAtCounter: false };
};

export const counterFiler: FilerOf = (request) => {
  const session = sessionOf(request, 'staff');
  return { actor: staffActor(session), personId: session.personId, isAtCounter: true };
};

function addDrafts(
  app: App,
  service: Drafts,
  path: string,
  right: RouteRight,
  filerOf: FilerOf,
): void {
  const config = { right };
  app.get(path, { config, schema: { response: { 200: Type.Array(DraftView) } } }, (request) =>
    service.list(filerOf(request), request.language),
  );
  const body = Type.Object({
    itemCode: Type.String({ maxLength: 64 }),
    applicant: Type.Optional(PartyBody),
  });
  app.post(
    path,
    { config, schema: { body, response: { 201: DraftView } } },
    async (request, reply) => {
      const { itemCode, applicant } = request.body;
      const made = await service.create(filerOf(request), itemCode, applicant);
      return made.ok ? reply.code(201).send(made.value) : reply.refuse(made.refusals);
    },
  );
  addOneDraft(app, service, `${path}/:draftId`, right, filerOf);
}

function addOneDraft(
  app: App,
  service: Drafts,
  path: string,
  right: RouteRight,
  filerOf: FilerOf,
): void {
  const config = { right };
  app.get(
    path,
    { config, schema: { params: draftParams, response: { 200: DraftView } } },
    async (request, reply) => {
      const { draftId } = request.params;
      const found = await service.find(filerOf(request), draftId, request.language);
      return found ?? reply.refuse([{ code: 'draft-unknown' }]);
    },
  );
  app.patch(
    path,
    { config, schema: { params: draftParams, body: DraftChange, response: { 200: DraftView } } },
    async (request, reply) => {
      const { params, body, language } = request;
      const changed = await service.change(filerOf(request), params.draftId, body, language);
      return changed.ok ? changed.value : reply.refuse(changed.refusals);
    },
  );
  app.delete(path, { config, schema: { params: draftParams } }, async (request, reply) => {
    await service.remove(filerOf(request), request.params.draftId);
    return reply.code(204).send();
  });
  app.post(
    `${path}/file`,
    {
      config,
      schema: { params: draftParams, headers: keyHeader, response: { 201: FilingReceipt } },
    },
    async (request, reply) => {
      const filed = await service.file(filerOf(request), request.params.draftId);
      return filed.ok ? reply.code(201).send(filed.value) : reply.refuse(filed.refusals);
    },
  );
}

function addUploads(
  app: App,
  options: DraftRoutesOptions,
  path: string,
  right: 'resident' | 'staff',
): void {
  const querystring = Type.Object({
    itemCode: Type.String({ maxLength: 64 }),
    itemVersion: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
    materialId: Type.String({ maxLength: 64 }),
  });
  app.post(
    path,
    {
      config: { right },
      schema: { querystring, consumes: ['multipart/form-data'], response: { 201: FilePageSchema } },
    },
    async (request, reply) => {
      const part = await request.file();
      if (part === undefined) return reply.refuse([{ code: 'file-empty' }]);
      const { personId } = sessionOf(request, right);
      const file = { name: part.filename, stream: part.file };
      const stored = await uploadPage(options, personId, request.query, file);
      return stored.ok ? reply.code(201).send(stored.value) : reply.refuse(stored.refusals);
    },
  );
  const params = Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) });
  app.get(
    `${path}/:sha256`,
    { config: { right, page: 'file' }, schema: { params } },
    async (request, reply) => {
      const { sha256 } = request.params;
      const { personId } = sessionOf(request, right);
      const isOwn = await options.drafts.hasUploaded(personId, [sha256]);
      const file = isOwn ? await options.files.find(sha256) : undefined;
      if (file === undefined) return reply.refuse([{ code: 'upload-not-yours' }]);
      return sendFile(reply, options.files, file, { name: sha256.slice(0, 12), inline: true });
    },
  );
}
