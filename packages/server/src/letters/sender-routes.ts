/** Writing in without an account, and one's own letter by number and query password. */
import { Type } from '@sinclair/typebox';
import {
  FilePageSchema,
  LetterFilingBody,
  LetterKey,
  LetterReceipt,
  LetterView,
  LetterWay,
  SenderAct,
  SenderActResult,
  NoticeChoice,
  SenderCode,
  SenderCodeSent,
  SenderConfirmed,
  SenderNotices,
} from '@yichuang/contracts';
import type { FastifyRequest } from 'fastify';
import { sendFile } from '../platform/files/index.ts';
import { sessionOf, type App } from '../platform/http/index.ts';
import { fileLetter } from './file-letter.ts';
import type { LetterDeps } from './letter-deps.ts';
import { letterWays } from './letter-ways.ts';
import type { Writer } from './letter-writer.ts';
import { confirmSender, sendSenderCode } from './confirm-sender.ts';
import { actOnLetter, chooseLetterNotices, documentOfLetter, openLetter } from './sender-access.ts';
import { uploadForLetter } from './upload-for-letter.ts';

const config = { right: 'public' } as const;

/** Of the page that somebody without an account writes on; random, made by the page. */
const tokenHeader = Type.Object({
  'x-upload-token': Type.Optional(Type.String({ minLength: 32, maxLength: 100 })),
});
const filingHeaders = Type.Composite([
  tokenHeader,
  Type.Object({ 'idempotency-key': Type.String({ minLength: 8, maxLength: 100 }) }),
]);

export function senderRoutes(app: App, deps: LetterDeps): void {
  app.get(
    '/api/letters/ways',
    { config, schema: { response: { 200: Type.Array(LetterWay) } } },
    (request) => letterWays(deps, request.language),
  );
  app.post(
    '/api/letters',
    {
      config,
      schema: { headers: filingHeaders, body: LetterFilingBody, response: { 201: LetterReceipt } },
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key'];
      const writer = writerOf(request, request.headers['x-upload-token']);
      const filed = await fileLetter(deps, writer, request.body, key, request.language);
      return filed.ok ? reply.code(201).send(filed.value) : reply.refuse(filed.refusals);
    },
  );
  addUploads(app, deps);
  addOwnLetter(app, deps);
  addConfirmation(app, deps);
  addNotices(app, deps);
}

/** By number and password, from wherever they are typed. */
function keyAccess(request: FastifyRequest, key: LetterKey) {
  const { number, password, confirmation } = key;
  return { number, password, confirmation, ip: request.ip, isStaff: request.staff !== undefined };
}

function writerOf(request: FastifyRequest, token: string | undefined): Writer {
  const isStaff = request.staff !== undefined;
  return { personId: request.resident?.personId, ip: request.ip, token, isStaff };
}

function addUploads(app: App, deps: LetterDeps): void {
  const querystring = Type.Object({ itemCode: Type.String({ maxLength: 64 }) });
  app.post(
    '/api/letters/uploads',
    {
      config,
      schema: {
        querystring,
        headers: tokenHeader,
        consumes: ['multipart/form-data'],
        response: { 201: FilePageSchema },
      },
    },
    async (request, reply) => {
      const part = await request.file();
      if (part === undefined) return reply.refuse([{ code: 'file-empty' }]);
      const writer = writerOf(request, request.headers['x-upload-token']);
      const file = { name: part.filename, stream: part.file };
      const stored = await uploadForLetter(deps, writer, request.query.itemCode, file);
      return stored.ok ? reply.code(201).send(stored.value) : reply.refuse(stored.refusals);
    },
  );
}

function addOwnLetter(app: App, deps: LetterDeps): void {
  app.post(
    '/api/letters/open',
    { config, schema: { body: LetterKey, response: { 200: LetterView } } },
    async (request, reply) => {
      const access = keyAccess(request, request.body);
      const opened = await openLetter(deps, access, request.language);
      return opened.ok ? opened.value : reply.refuse(opened.refusals);
    },
  );
  const headers = Type.Object({
    'idempotency-key': Type.Optional(Type.String({ minLength: 8, maxLength: 100 })),
  });
  app.post(
    '/api/letters/act',
    { config, schema: { headers, body: SenderAct, response: { 200: SenderActResult } } },
    async (request, reply) => {
      const { command } = request.body;
      const access = keyAccess(request, request.body);
      const key = request.headers['idempotency-key'];
      const outcome = await actOnLetter(deps, access, command, key);
      return outcome.ok ? outcome.answer : reply.refuse(outcome.refusals);
    },
  );
  const body = Type.Composite([
    LetterKey,
    Type.Object({ documentId: Type.String({ maxLength: 100 }) }),
  ]);
  app.post('/api/letters/documents', { config, schema: { body } }, async (request, reply) => {
    const { documentId } = request.body;
    const found = await documentOfLetter(deps, keyAccess(request, request.body), documentId);
    if (!found.ok) return reply.refuse(found.refusals);
    const file = await deps.files.find(found.value.sha256);
    if (file === undefined) return reply.refuse([{ code: 'document-unknown' }]);
    return sendFile(reply, deps.files, file, { name: found.value.name, inline: true });
  });
  const params = Type.Object({ caseId: Type.String({ maxLength: 64 }) });
  app.get(
    '/api/my/letters/:caseId',
    { config: { right: 'resident' }, schema: { params, response: { 200: LetterView } } },
    async (request, reply) => {
      const { personId } = sessionOf(request, 'resident');
      const access = { personId, caseId: request.params.caseId };
      const opened = await openLetter(deps, access, request.language);
      return opened.ok ? opened.value : reply.refuse(opened.refusals);
    },
  );
}

/** Of a letter that staff entered: the phone that was left says who acts. */
function addConfirmation(app: App, deps: LetterDeps): void {
  app.post(
    '/api/letters/code',
    { config, schema: { body: LetterKey, response: { 200: SenderCodeSent } } },
    async (request, reply) => {
      const sent = await sendSenderCode(deps, keyAccess(request, request.body), request.language);
      return sent.ok ? sent.value : reply.refuse(sent.refusals);
    },
  );
  app.post(
    '/api/letters/confirm',
    { config, schema: { body: SenderCode, response: { 200: SenderConfirmed } } },
    async (request, reply) => {
      const access = keyAccess(request, request.body);
      const confirmed = await confirmSender(deps, access, request.body.code);
      return confirmed.ok ? confirmed.value : reply.refuse(confirmed.refusals);
    },
  );
}

function addNotices(app: App, deps: LetterDeps): void {
  app.post(
    '/api/letters/notices',
    { config, schema: { body: SenderNotices } },
    async (request, reply) => {
      const access = keyAccess(request, request.body);
      const chosen = await chooseLetterNotices(deps, access, request.body.notices);
      return chosen.ok ? reply.code(204).send() : reply.refuse(chosen.refusals);
    },
  );
  const params = Type.Object({ caseId: Type.String({ maxLength: 64 }) });
  app.post(
    '/api/my/letters/:caseId/notices',
    { config: { right: 'resident' }, schema: { params, body: NoticeChoice } },
    async (request, reply) => {
      const { personId } = sessionOf(request, 'resident');
      const access = { personId, caseId: request.params.caseId };
      const chosen = await chooseLetterNotices(deps, access, request.body);
      return chosen.ok ? reply.code(204).send() : reply.refuse(chosen.refusals);
    },
  );
}
