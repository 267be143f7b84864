import { Type } from '@sinclair/typebox';
import {
  CaseView,
  ClockExplanation,
  CommandResult,
  ListCounts,
  StaffCommand,
  TaskPage,
} from '@yichuang/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { previewDocument, type IssuingDeps } from '../issuing/index.ts';
import { sendFile, type FileStore } from '../platform/files/index.ts';
import { sessionOf, type App } from '../platform/http/index.ts';
import {
  commandOf,
  pageName,
  staffActor,
  taskListNames,
  type CaseDesk,
  type CommandParts,
  type DocumentNames,
  type StoredCase,
} from '../cases/index.ts';
import { caseParams, keyHeader } from './route-parts.ts';

export interface StaffRoutesOptions extends CommandParts {
  readonly desk: CaseDesk;
  readonly files: FileStore;
  readonly issuing: IssuingDeps;
  readonly documentNames: DocumentNames;
}

const staff = { right: 'staff' } as const;

/** What members of staff do: lists, a case, its files and documents, and every act on it. */
export function staffCaseRoutes(app: App, options: StaffRoutesOptions): void {
  addLists(app, options);
  addCase(app, options);
  addActs(app, options);
  addFiles(app, options);
}

function addLists(app: App, { desk }: StaffRoutesOptions): void {
  const querystring = Type.Object({
    list: Type.Optional(Type.Union(taskListNames.map((name) => Type.Literal(name)))),
    light: Type.Optional(Type.Union([Type.Literal('yellow'), Type.Literal('red')])),
    itemCode: Type.Optional(Type.String({ maxLength: 64 })),
    phase: Type.Optional(Type.String({ maxLength: 40 })),
    onBehalfOf: Type.Optional(Type.String({ maxLength: 100 })),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 400 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  });
  app.get(
    '/api/tasks',
    { config: staff, schema: { querystring, response: { 200: TaskPage } } },
    (request) => {
      const { list = 'todo', limit = 50, ...filters } = request.query;
      const session = sessionOf(request, 'staff');
      return desk.tasks(session, { list, limit, ...filters }, request.language);
    },
  );
  app.get(
    '/api/tasks/counts',
    { config: staff, schema: { response: { 200: ListCounts } } },
    (request) => desk.counts(sessionOf(request, 'staff')),
  );
}

function addCase(app: App, { desk }: StaffRoutesOptions): void {
  app.get(
    '/api/cases/:caseId',
    { config: staff, schema: { params: caseParams, response: { 200: CaseView } } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const view = await desk.staffCase(session, request.params.caseId, request.language);
      return view ?? notFound(reply);
    },
  );
  const params = Type.Composite([caseParams, Type.Object({ clockId: Type.String() })]);
  app.get(
    '/api/cases/:caseId/clocks/:clockId/explanation',
    { config: staff, schema: { params, response: { 200: ClockExplanation } } },
    async (request, reply) => {
      const found = await readable(desk, request, request.params.caseId);
      if (found === undefined) return notFound(reply);
      const told = await desk.explain(found, request.params.clockId, request.language);
      return told ?? notFound(reply);
    },
  );
}

function addActs(app: App, options: StaffRoutesOptions): void {
  const { desk } = options;
  app.post(
    '/api/cases/:caseId/commands',
    {
      config: staff,
      schema: {
        params: caseParams,
        headers: keyHeader,
        body: StaffCommand,
        response: { 200: CommandResult },
      },
    },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const { caseId } = request.params;
      const { body } = request;
      // Linking tells the other letter's number: only of one that the asker may read anyway.
      const mayLink =
        body.type !== 'LinkLetter' || (await desk.readable(session, body.caseId)) !== undefined;
      if (!mayLink) return notFound(reply);
      const command = await commandOf(options, session.personId, caseId, body);
      if (!command.ok) {
        const mayRead = (await desk.readable(session, caseId)) !== undefined;
        return mayRead ? reply.refuse(command.refusals) : notFound(reply);
      }
      const key = request.headers['idempotency-key'];
      const outcome = await desk.actAsStaff(session, caseId, command.value, key);
      return outcome.ok ? outcome.answer : reply.refuse(outcome.refusals);
    },
  );
  app.post(
    '/api/cases/:caseId/preview',
    { config: staff, schema: { params: caseParams, body: StaffCommand } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const { caseId } = request.params;
      if ((await desk.readable(session, caseId)) === undefined) return notFound(reply);
      const command = await commandOf(options, session.personId, caseId, request.body);
      if (!command.ok) return reply.refuse(command.refusals);
      const actor = staffActor(session);
      const preview = await previewDocument(options.issuing, caseId, command.value, actor);
      if (!preview.ok) return reply.refuse(preview.refusals);
      if (preview.pdf === undefined) return reply.code(204).send();
      return reply.type('application/pdf').send(Buffer.from(preview.pdf));
    },
  );
}

function addFiles(app: App, options: StaffRoutesOptions): void {
  const { desk, files } = options;
  const fileConfig = { right: 'staff', page: 'file' } as const;
  const fileParams = Type.Composite([
    caseParams,
    Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
  ]);
  app.get(
    '/api/cases/:caseId/files/:sha256',
    { config: fileConfig, schema: { params: fileParams } },
    async (request, reply) => {
      const { caseId, sha256 } = request.params;
      const found = await readable(desk, request, caseId);
      const name = found === undefined ? undefined : pageName(found, sha256);
      const file = name === undefined ? undefined : await files.find(sha256);
      if (file === undefined || name === undefined) return notFound(reply);
      return sendFile(reply, files, file, { name, inline: true });
    },
  );
  const documentParams = Type.Composite([caseParams, Type.Object({ documentId: Type.String() })]);
  app.get(
    '/api/cases/:caseId/documents/:documentId',
    { config: fileConfig, schema: { params: documentParams } },
    async (request, reply) => {
      const { caseId, documentId } = request.params;
      const found = await readable(desk, request, caseId);
      const document = found?.state.documents[documentId];
      const file = document?.sha256 === undefined ? undefined : await files.find(document.sha256);
      if (file === undefined || document === undefined) return notFound(reply);
      const names = options.documentNames[request.language];
      const name = `${names[document.template] ?? 'document'}.pdf`;
      return sendFile(reply, files, file, { name, inline: true });
    },
  );
}

function readable(
  desk: CaseDesk,
  request: FastifyRequest,
  caseId: string,
): Promise<StoredCase | undefined> {
  return desk.readable(sessionOf(request, 'staff'), caseId);
}

function notFound(reply: FastifyReply): Promise<FastifyReply> {
  return reply.refuse([{ code: 'not-your-case' }]);
}
