/** Public letters: to be read by everybody, spoken to by residents, their comments read first. */
import { Type } from '@sinclair/typebox';
import { CommentRow, PublishedLetter, PublishedPage, PublishedQuery } from '@yichuang/contracts';
import { sessionOf, type App } from '../platform/http/index.ts';
import { addressKey } from '../platform/rate-limit/index.ts';
import type { Refusal } from '../platform/refusal.ts';
import { listComments, writeComment } from './comments.ts';
import { judgeComment } from './comments.pg.ts';
import { isUuid } from '../cases/index.ts';
import type { PublicLetterDeps } from './public-letter-deps.ts';
import { publishedLetter, publishedLetters } from './published-letters.ts';
import { speakUp } from './speak-up.ts';

const READ_RATE = { limit: 600, windowMs: 10 * 60_000 };
const params = Type.Object({ number: Type.String({ maxLength: 50 }) });

export function publicLetterRoutes(app: App, deps: PublicLetterDeps): void {
  addReading(app, deps);
  addSpeaking(app, deps);
  addModeration(app, deps);
}

async function tooOften(deps: PublicLetterDeps, ip: string): Promise<Refusal[]> {
  const taken = await deps.limiter.take(`letters-read ${addressKey(deps, ip)}`, READ_RATE);
  return taken.ok ? [] : [taken.refusal];
}

function addReading(app: App, deps: PublicLetterDeps): void {
  const config = { right: 'public' } as const;
  app.get(
    '/api/public/letters',
    { config, schema: { querystring: PublishedQuery, response: { 200: PublishedPage } } },
    async (request, reply) => {
      const refusals = await tooOften(deps, request.ip);
      return refusals.length > 0 ? reply.refuse(refusals) : publishedLetters(deps, request.query);
    },
  );
  app.get(
    '/api/public/letters/:number',
    { config, schema: { params, response: { 200: PublishedLetter } } },
    async (request, reply) => {
      const refusals = await tooOften(deps, request.ip);
      if (refusals.length > 0) return reply.refuse(refusals);
      const reader = request.resident?.personId;
      const { number } = request.params;
      const found = await publishedLetter(deps, number, reader, request.language);
      return found ?? reply.refuse([{ code: 'letter-not-public' }]);
    },
  );
}

function addSpeaking(app: App, deps: PublicLetterDeps): void {
  const config = { right: 'resident' } as const;
  const voice = Type.Object({ kind: Type.Union([Type.Literal('like'), Type.Literal('me-too')]) });
  app.post(
    '/api/public/letters/:number/voices',
    { config, schema: { params, body: voice } },
    async (request, reply) => {
      const { personId } = sessionOf(request, 'resident');
      const said = await speakUp(deps, personId, request.params.number, request.body.kind);
      return said.ok ? reply.code(204).send() : reply.refuse(said.refusals);
    },
  );
  const comment = Type.Object({ text: Type.String({ maxLength: 1000 }) });
  app.post(
    '/api/public/letters/:number/comments',
    { config, schema: { params, body: comment } },
    async (request, reply) => {
      const { personId } = sessionOf(request, 'resident');
      const { params: of, body } = request;
      const written = await writeComment(deps, personId, of.number, body.text);
      return written.ok ? reply.code(204).send() : reply.refuse(written.refusals);
    },
  );
}

function addModeration(app: App, deps: PublicLetterDeps): void {
  const config = { right: { action: 'letter:office' } } as const;
  const status = Type.Union(
    (['pending', 'shown', 'hidden'] as const).map((name) => Type.Literal(name)),
  );
  app.get(
    '/api/letters/comments',
    {
      config,
      schema: {
        querystring: Type.Object({ status: Type.Optional(status) }),
        response: { 200: Type.Array(CommentRow) },
      },
    },
    (request) => listComments(deps, request.query.status ?? 'pending', request.language),
  );
  const body = Type.Object({
    verdict: Type.Union([Type.Literal('shown'), Type.Literal('hidden')]),
  });
  const commentParams = Type.Object({ commentId: Type.String({ maxLength: 64 }) });
  app.post(
    '/api/letters/comments/:commentId',
    { config, schema: { params: commentParams, body } },
    async (request, reply) => {
      const { personId: by } = sessionOf(request, 'staff');
      const id = request.params.commentId;
      const verdict = { id, status: request.body.verdict, by, at: deps.clock.now() };
      const isJudged = isUuid(id) && (await judgeComment(deps.db, deps.tenantId, verdict));
      return isJudged ? reply.code(204).send() : reply.refuse([{ code: 'comment-unknown' }]);
    },
  );
}
