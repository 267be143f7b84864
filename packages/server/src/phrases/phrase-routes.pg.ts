import { randomUUID } from 'node:crypto';
import { Type, type Static } from '@sinclair/typebox';
import type { Clock } from '../platform/clock/index.ts';
import type { Db } from '../platform/db/index.ts';
import { sessionOf, type App, type Session } from '../platform/http/index.ts';

const Phrase = Type.Object({
  id: Type.String(),
  text: Type.String(),
  isShared: Type.Boolean(),
  isOwn: Type.Boolean(),
});
type Phrase = Static<typeof Phrase>;

export interface PhraseDeps {
  readonly db: Db;
  readonly tenantId: string;
  readonly clock: Clock;
}

const config = { right: 'staff' } as const;
const MOST_PHRASES = 200;

/** Opinion phrases of one's own, and those that colleagues of the same office share. */
export function phraseRoutes(app: App, deps: PhraseDeps): void {
  app.get(
    '/api/me/phrases',
    { config, schema: { response: { 200: Type.Array(Phrase) } } },
    (request) => list(deps, sessionOf(request, 'staff')),
  );
  const body = Type.Object({
    text: Type.String({ minLength: 1, maxLength: 500 }),
    isShared: Type.Boolean(),
  });
  app.post(
    '/api/me/phrases',
    { config, schema: { body, response: { 201: Phrase } } },
    async (request, reply) => {
      const { personId, posts } = sessionOf(request, 'staff');
      const { text, isShared } = request.body;
      const id = randomUUID();
      await deps.db.query(
        `INSERT INTO phrase (tenant_id, id, person_id, org_id, text, is_shared, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [deps.tenantId, id, personId, posts[0]?.orgId ?? '', text, isShared, deps.clock.now()],
      );
      return reply.code(201).send({ id, text, isShared, isOwn: true });
    },
  );
  const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
  app.delete('/api/me/phrases/:id', { config, schema: { params } }, async (request, reply) => {
    await deps.db.query('DELETE FROM phrase WHERE tenant_id = $1 AND id = $2 AND person_id = $3', [
      deps.tenantId,
      request.params.id,
      sessionOf(request, 'staff').personId,
    ]);
    return reply.code(204).send();
  });
}

async function list(deps: PhraseDeps, session: Session): Promise<Phrase[]> {
  return deps.db.query<Phrase>(
    `SELECT id, text, is_shared AS "isShared", person_id = $2 AS "isOwn" FROM phrase
     WHERE tenant_id = $1 AND (person_id = $2 OR (is_shared AND org_id = ANY ($3)))
     ORDER BY created_at LIMIT ${MOST_PHRASES}`,
    [deps.tenantId, session.personId, session.posts.map((post) => post.orgId)],
  );
}
