import { Type } from '@sinclair/typebox';
import {
  BatchBody,
  BatchResult,
  OfficeBody,
  OfficeDraft,
  OfficeFiling,
  OfficeHome,
  OfficePreview,
  OfficeReceipt,
  OfficeStart,
} from '@yichuang/contracts';
import type { CaseDesk } from '../cases/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import { problemOf, sessionOf, type App } from '../platform/http/index.ts';
import type { RefusalRegistry } from '../platform/refusal.ts';
import type { Office } from './office.ts';
import type { OfficeStore } from './office-store.ts';
import { runBatch } from './run-batch.ts';

export interface OfficeRoutesOptions {
  readonly office: Office;
  readonly desk: CaseDesk;
  readonly store: OfficeStore;
  readonly clock: Clock;
  readonly refusals: RefusalRegistry;
}

const config = { right: 'staff' } as const;
const requiredKey = Type.Object({
  'idempotency-key': Type.String({ minLength: 8, maxLength: 100 }),
});

/** /api/office/*: starting approvals within the offices; following; many approvals at once. */
export function officeRoutes(app: App, options: OfficeRoutesOptions): void {
  addStarting(app, options.office);
  addDrafts(app, options.office);
  addFollowing(app, options);
  addBatch(app, options);
}

function addStarting(app: App, office: Office): void {
  app.get('/api/office/items', { config, schema: { response: { 200: OfficeHome } } }, (request) =>
    office.home(sessionOf(request, 'staff'), request.language),
  );
  const params = Type.Object({ code: Type.String({ maxLength: 64 }) });
  app.get(
    '/api/office/items/:code/start',
    { config, schema: { params, response: { 200: OfficeStart } } },
    async (request, reply) => {
      const found = await office.start(sessionOf(request, 'staff'), request.params.code);
      return found.ok ? found.value : reply.refuse(found.refusals);
    },
  );
  app.post(
    '/api/office/preview',
    { config, schema: { body: OfficeBody, response: { 200: OfficePreview } } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const seen = await office.preview(session, request.body, request.language);
      return seen.ok ? seen.value : reply.refuse(seen.refusals);
    },
  );
  app.post(
    '/api/office/cases',
    {
      config,
      schema: { body: OfficeFiling, headers: requiredKey, response: { 201: OfficeReceipt } },
    },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const key = request.headers['idempotency-key'];
      const filed = await office.file(session, request.body, key, request.language);
      return filed.ok ? reply.code(201).send(filed.value) : reply.refuse(filed.refusals);
    },
  );
}

function addDrafts(app: App, office: Office): void {
  const params = Type.Object({ draftId: Type.String({ format: 'uuid' }) });
  app.get(
    '/api/office/drafts',
    { config, schema: { response: { 200: Type.Array(OfficeDraft) } } },
    (request) => office.drafts(sessionOf(request, 'staff'), request.language),
  );
  app.get(
    '/api/office/drafts/:draftId',
    { config, schema: { params, response: { 200: OfficeDraft } } },
    async (request, reply) => {
      const { draftId } = request.params;
      const found = await office.draft(sessionOf(request, 'staff'), draftId, request.language);
      return found ?? reply.refuse([{ code: 'draft-unknown' }]);
    },
  );
  app.put(
    '/api/office/drafts/:draftId',
    { config, schema: { params, body: OfficeBody, response: { 200: OfficeDraft } } },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const { draftId } = request.params;
      const saved = await office.saveDraft(session, draftId, request.body, request.language);
      return saved.ok ? saved.value : reply.refuse(saved.refusals);
    },
  );
  app.delete(
    '/api/office/drafts/:draftId',
    { config, schema: { params } },
    async (request, reply) => {
      await office.removeDraft(sessionOf(request, 'staff'), request.params.draftId);
      return reply.code(204).send();
    },
  );
}

function addFollowing(app: App, { desk, store, clock }: OfficeRoutesOptions): void {
  const params = Type.Object({ caseId: Type.String({ maxLength: 64 }) });
  const url = '/api/cases/:caseId/follow';
  const response = { 200: Type.Object({ isFollowed: Type.Boolean() }) };
  app.get(url, { config, schema: { params, response } }, async (request, reply) => {
    const session = sessionOf(request, 'staff');
    const { caseId } = request.params;
    if ((await desk.readable(session, caseId)) === undefined) {
      return reply.refuse([{ code: 'not-your-case' }]);
    }
    return { isFollowed: await store.isFollowed(session.personId, caseId) };
  });
  app.put(url, { config, schema: { params, response } }, async (request, reply) => {
    const session = sessionOf(request, 'staff');
    const { caseId } = request.params;
    if ((await desk.readable(session, caseId)) === undefined) {
      return reply.refuse([{ code: 'not-your-case' }]);
    }
    await store.follow(session.personId, caseId, clock.now());
    return { isFollowed: true };
  });
  app.delete(url, { config, schema: { params, response } }, async (request, reply) => {
    const session = sessionOf(request, 'staff');
    const { caseId } = request.params;
    if ((await desk.readable(session, caseId)) === undefined) {
      return reply.refuse([{ code: 'not-your-case' }]);
    }
    await store.unfollow(session.personId, caseId);
    return { isFollowed: false };
  });
}

function addBatch(app: App, { desk, refusals }: OfficeRoutesOptions): void {
  // Each act's own key is this one with case and task behind it, and keys have an end.
  const headers = Type.Object({
    'idempotency-key': Type.String({ minLength: 8, maxLength: 60 }),
  });
  app.post(
    '/api/cases/batch',
    {
      config,
      schema: { body: BatchBody, headers, response: { 200: BatchResult } },
    },
    async (request) => {
      const key = request.headers['idempotency-key'];
      const done = await runBatch(desk, sessionOf(request, 'staff'), request.body, key);
      const text = (found: Parameters<typeof problemOf>[1]) =>
        found.map((refusal) => {
          const { code, detail, nextStep } = problemOf(refusals, [refusal], request.language);
          return { code, text: detail, nextStep };
        });
      return {
        results: done.map(({ refusals: found, ...result }) => ({
          ...result,
          ...(found !== undefined && { refusals: text(found) }),
        })),
      };
    },
  );
}
