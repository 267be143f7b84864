import { Type } from '@sinclair/typebox';
import {
  ApplicantCaseView,
  ApplicantCommand,
  ClockExplanation,
  CommandResult,
  TrackingView,
} from '@yichuang/contracts';
import { sendFile, type FileStore } from '../platform/files/index.ts';
import { sessionOf, type App } from '../platform/http/index.ts';
import type { RateLimiter } from '../platform/rate-limit/index.ts';
import {
  admitAct,
  admitTracking,
  commandOf,
  documentForApplicant,
  listOwnCases,
  OwnCaseRow,
  pageName,
  type CaseDeps,
  type CaseDesk,
  type CommandParts,
  type DocumentNames,
} from '../cases/index.ts';
import { caseParams, keyHeader } from './route-parts.ts';

export interface ApplicantRoutesOptions extends CommandParts, CaseDeps {
  readonly desk: CaseDesk;
  readonly files: FileStore;
  readonly limiter: RateLimiter;
  readonly documentNames: DocumentNames;
}

const resident = { right: 'resident' } as const;

/** What applicants do with their cases, and tracking for anybody with number and password. */
export function applicantCaseRoutes(app: App, options: ApplicantRoutesOptions): void {
  addOwnCases(app, options);
  addOwnActs(app, options);
  addOwnFiles(app, options);
  addTracking(app, options);
}

function addOwnCases(app: App, options: ApplicantRoutesOptions): void {
  const { desk } = options;
  app.get(
    '/api/my/cases',
    { config: resident, schema: { response: { 200: Type.Array(OwnCaseRow) } } },
    (request) => listOwnCases(options, sessionOf(request, 'resident').personId, request.language),
  );
  app.get(
    '/api/my/cases/:caseId',
    { config: resident, schema: { params: caseParams, response: { 200: ApplicantCaseView } } },
    async (request, reply) => {
      const session = sessionOf(request, 'resident');
      const view = await desk.applicantCase(session, request.params.caseId, request.language);
      return view ?? reply.refuse([{ code: 'not-your-case' }]);
    },
  );
  const params = Type.Composite([caseParams, Type.Object({ clockId: Type.String() })]);
  app.get(
    '/api/my/cases/:caseId/clocks/:clockId/explanation',
    { config: resident, schema: { params, response: { 200: ClockExplanation } } },
    async (request, reply) => {
      const { caseId, clockId } = request.params;
      const found = await desk.ownCase(sessionOf(request, 'resident').personId, caseId);
      const told = found && (await desk.explain(found, clockId, request.language));
      return told ?? reply.refuse([{ code: 'not-your-case' }]);
    },
  );
}

function addOwnActs(app: App, options: ApplicantRoutesOptions): void {
  app.post(
    '/api/my/cases/:caseId/commands',
    {
      config: resident,
      schema: {
        params: caseParams,
        headers: keyHeader,
        body: ApplicantCommand,
        response: { 200: CommandResult },
      },
    },
    async (request, reply) => {
      const session = sessionOf(request, 'resident');
      const { caseId } = request.params;
      const refusal = await admitAct(options, session.personId);
      if (refusal !== undefined) return reply.refuse([refusal]);
      const command = await commandOf(options, session.personId, caseId, request.body);
      if (!command.ok) {
        // What is wrong with the form of somebody else's case would say that there is one.
        const isOwn = (await options.desk.ownCase(session.personId, caseId)) !== undefined;
        return reply.refuse(isOwn ? command.refusals : [{ code: 'not-your-case' }]);
      }
      const key = request.headers['idempotency-key'];
      const outcome = await options.desk.actAsApplicant(session, caseId, command.value, key);
      return outcome.ok ? outcome.answer : reply.refuse(outcome.refusals);
    },
  );
}

function addOwnFiles(app: App, { desk, files, documentNames }: ApplicantRoutesOptions): void {
  const config = { right: 'resident', page: 'file' } as const;
  const fileParams = Type.Composite([
    caseParams,
    Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
  ]);
  app.get(
    '/api/my/cases/:caseId/files/:sha256',
    { config, schema: { params: fileParams } },
    async (request, reply) => {
      const { caseId, sha256 } = request.params;
      const found = await desk.ownCase(sessionOf(request, 'resident').personId, caseId);
      const name = found === undefined ? undefined : pageName(found, sha256);
      const file = name === undefined ? undefined : await files.find(sha256);
      if (file === undefined || name === undefined) {
        return reply.refuse([{ code: 'not-your-case' }]);
      }
      return sendFile(reply, files, file, { name, inline: true });
    },
  );
  const params = Type.Composite([caseParams, Type.Object({ documentId: Type.String() })]);
  app.get(
    '/api/my/cases/:caseId/documents/:documentId',
    { config, schema: { params } },
    async (request, reply) => {
      const { caseId, documentId } = request.params;
      const found = await desk.ownCase(sessionOf(request, 'resident').personId, caseId);
      const document = documentForApplicant(found?.state, documentId);
      const file = document?.sha256 === undefined ? undefined : await files.find(document.sha256);
      if (file === undefined || document === undefined) {
        return reply.refuse([{ code: 'document-unknown' }]);
      }
      const name = `${documentNames[request.language][document.template] ?? 'document'}.pdf`;
      return sendFile(reply, files, file, { name, inline: true });
    },
  );
}

function addTracking(app: App, options: ApplicantRoutesOptions): void {
  const body = Type.Object({
    number: Type.String({ maxLength: 50 }),
    password: Type.String({ maxLength: 40 }),
  });
  app.post(
    '/api/track',
    { config: { right: 'public' }, schema: { body, response: { 200: TrackingView } } },
    async (request, reply) => {
      const { number, password } = request.body;
      const refusal = await admitTracking(options, request.ip, number);
      if (refusal !== undefined) return reply.refuse([refusal]);
      const found = await options.desk.track(number, password, request.language);
      return found.ok ? found.value : reply.refuse(found.refusals);
    },
  );
}
