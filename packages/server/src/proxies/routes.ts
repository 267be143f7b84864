import { Type } from '@sinclair/typebox';
import { NewProxy, ProxyView, StaffPerson } from '@yichuang/contracts';
import { civilDate, type Instant } from '@yichuang/kernel/time';
import { can } from '../people/index.ts';
import { sessionOf, type App } from '../platform/http/index.ts';
import type { Proxies, ProxiesDeps } from './proxies.ts';
import { findStaff } from './staff-directory.pg.ts';

const config = { right: 'staff' } as const;

/** /api/staff: whom one can choose; /api/proxies: who acts for whom. */
export function proxyRoutes(app: App, deps: ProxiesDeps, proxies: Proxies): void {
  app.get(
    '/api/staff',
    {
      config,
      schema: {
        querystring: Type.Object({
          q: Type.Optional(Type.String({ maxLength: 50 })),
          /** Also disabled accounts, for whoever hands work over. */
          leaving: Type.Optional(Type.Literal('1')),
        }),
        response: { 200: Type.Array(StaffPerson) },
      },
    },
    async (request) => {
      const now = deps.clock.now();
      const { q = '', leaving } = request.query;
      const isDisabledToo = leaving === '1' && can(sessionOf(request, 'staff'), 'people:hand-over');
      const query = { today: civilDate(now), text: q.trim(), isDisabledToo };
      const found = await findStaff(deps.db, deps.tenantId, query);
      return Promise.all(found.map((person) => withDeputy(person, deps, now)));
    },
  );
  app.get(
    '/api/proxies',
    {
      config,
      schema: {
        querystring: Type.Object({ personId: Type.Optional(Type.String({ format: 'uuid' })) }),
        response: { 200: Type.Array(ProxyView) },
      },
    },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const done = await proxies.list(session, request.query.personId ?? session.personId);
      return done.ok ? reply.send(done.value) : reply.refuse(done.refusals);
    },
  );
  app.post(
    '/api/proxies',
    { config, schema: { body: NewProxy, response: { 201: ProxyView } } },
    async (request, reply) => {
      const done = await proxies.set(sessionOf(request, 'staff'), request.body);
      return done.ok ? reply.code(201).send(done.value) : reply.refuse(done.refusals);
    },
  );
  app.post(
    '/api/proxies/:proxyId/end',
    {
      config,
      schema: {
        params: Type.Object({ proxyId: Type.String({ format: 'uuid' }) }),
        response: { 200: ProxyView },
      },
    },
    async (request, reply) => {
      const done = await proxies.end(sessionOf(request, 'staff'), request.params.proxyId);
      return done.ok ? reply.send(done.value) : reply.refuse(done.refusals);
    },
  );
}

async function withDeputy(
  person: StaffPerson,
  { book }: ProxiesDeps,
  now: Instant,
): Promise<StaffPerson> {
  const [proxy] = await book.deputiesOf(person.personId, now);
  return proxy === undefined ? person : { ...person, deputyName: proxy.deputy.name };
}
