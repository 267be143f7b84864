import { Type } from '@sinclair/typebox';
import type { FastifyRequest } from 'fastify';
import {
  clearSessionCookie,
  sessionOf,
  setSessionCookie,
  type App,
  type Session,
} from '../platform/http/index.ts';
import type { Origin } from './people-parts.ts';
import type { People } from './people.ts';
import { actionsOf } from './policy.ts';

const Kind = Type.Union([Type.Literal('resident'), Type.Literal('staff')]);
const PersonKind = Type.Union([Type.Literal('natural'), Type.Literal('legal')]);

const Profile = Type.Object({
  personId: Type.String(),
  kind: PersonKind,
  name: Type.Optional(Type.String()),
  phoneMasked: Type.Optional(Type.String()),
  idNumberMasked: Type.Optional(Type.String()),
  creditCode: Type.Optional(Type.String()),
  isComplete: Type.Boolean(),
});

const Staff = Type.Object({
  personId: Type.String(),
  name: Type.Optional(Type.String()),
  mustChangePassword: Type.Boolean(),
  posts: Type.Array(
    Type.Object({ postId: Type.String(), postName: Type.String(), orgId: Type.String() }),
  ),
  actions: Type.Array(Type.String()),
});

const Listed = Type.Object({
  id: Type.String(),
  kind: Kind,
  createdAt: Type.String(),
  lastSeenAt: Type.String(),
  userAgent: Type.String(),
  isCurrent: Type.Boolean(),
});

export function originOf(request: FastifyRequest): Origin {
  return { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' };
}

export interface PeopleRoutesOptions {
  readonly sessionHours: number;
}

/** /api/auth/* and /api/me*. */
export function peopleRoutes(app: App, people: People, options: PeopleRoutesOptions): void {
  addLogin(app, people, options.sessionHours * 3600);
  addLogout(app, people);
  addMe(app, people);
  addSessions(app, people);
}

function addLogin(app: App, people: People, maxAgeSeconds: number): void {
  const { isSecure, isTrial } = app;
  const cookie = { isSecure, isTrial, maxAgeSeconds };
  const phone = Type.String({ maxLength: 40 });
  app.post(
    '/api/auth/code',
    {
      config: { right: 'public' },
      schema: {
        body: Type.Object({ phone }),
        response: { 202: Type.Object({ expiresInSeconds: Type.Integer() }) },
      },
    },
    async (request, reply) => {
      const { residentLogin } = people;
      const { phone: given } = request.body;
      const done = await residentLogin.requestCode(given, originOf(request), request.language);
      if (!done.ok) return reply.refuse(done.refusals);
      return reply.code(202).send(done.value);
    },
  );
  app.post(
    '/api/auth/resident',
    {
      config: { right: 'public' },
      schema: {
        body: Type.Object({ phone, code: Type.String({ maxLength: 20 }) }),
        response: { 200: Profile },
      },
    },
    async (request, reply) => {
      const { phone: given, code } = request.body;
      const done = await people.residentLogin.logIn(given, code, originOf(request));
      if (!done.ok) return reply.refuse(done.refusals);
      setSessionCookie(reply, 'resident', done.value.token, cookie);
      return reply.send(await people.persons.profile(done.value.personId));
    },
  );
  app.post(
    '/api/auth/staff',
    {
      config: { right: 'public' },
      schema: {
        body: Type.Object({
          loginName: Type.String({ maxLength: 100 }),
          password: Type.String({ maxLength: 1000 }),
        }),
        response: { 200: Staff },
      },
    },
    async (request, reply) => {
      const { loginName, password } = request.body;
      const done = await people.staffLogin.logIn(loginName, password, originOf(request));
      if (!done.ok) return reply.refuse(done.refusals);
      setSessionCookie(reply, 'staff', done.value.token, cookie);
      const session = await people.sessions.find(done.value.token);
      if (session === undefined) throw new Error('the new session was not found');
      return reply.send(staffOf(session));
    },
  );
}

function addLogout(app: App, people: People): void {
  app.post(
    '/api/auth/logout',
    { config: { right: 'public' }, schema: { querystring: Type.Object({ kind: Kind }) } },
    async (request, reply) => {
      const session = request[request.query.kind];
      if (session !== undefined) await people.sessions.revoke(session, session.id);
      clearSessionCookie(reply, request.query.kind, app);
      return reply.code(204).send();
    },
  );
}

function staffOf(session: Session) {
  const { personId, name, mustChangePassword, posts } = session;
  return {
    personId,
    ...(name !== undefined && { name }),
    mustChangePassword,
    posts: posts.map(({ postId, postName, orgId }) => ({ postId, postName, orgId })),
    actions: actionsOf(session),
  };
}

function addMe(app: App, people: People): void {
  app.get(
    '/api/me',
    {
      config: { right: 'public' },
      schema: {
        response: {
          200: Type.Object({ resident: Type.Optional(Profile), staff: Type.Optional(Staff) }),
        },
      },
    },
    async ({ resident, staff }) => ({
      ...(resident && { resident: await people.persons.profile(resident.personId) }),
      ...(staff && { staff: staffOf(staff) }),
    }),
  );
  app.put(
    '/api/me/profile',
    {
      config: { right: 'resident' },
      schema: {
        body: Type.Object({
          kind: PersonKind,
          name: Type.String({ maxLength: 200 }),
          idNumber: Type.Optional(Type.String({ maxLength: 40 })),
          creditCode: Type.Optional(Type.String({ maxLength: 40 })),
        }),
        response: { 200: Profile },
      },
    },
    async (request, reply) => {
      const { personId } = sessionOf(request, 'resident');
      const done = await people.persons.completeProfile(personId, request.body);
      return done.ok ? reply.send(done.value) : reply.refuse(done.refusals);
    },
  );
  app.post(
    '/api/me/password',
    {
      config: { right: 'account' },
      schema: {
        body: Type.Object({
          current: Type.String({ maxLength: 1000 }),
          next: Type.String({ maxLength: 1000 }),
        }),
      },
    },
    async (request, reply) => {
      const { current, next } = request.body;
      const session = sessionOf(request, 'staff');
      const done = await people.staffLogin.changePassword(session, current, next);
      return done.ok ? reply.code(204).send() : reply.refuse(done.refusals);
    },
  );
}

function addSessions(app: App, people: People): void {
  const querystring = Type.Object({ kind: Type.Optional(Kind) });
  const own = (request: FastifyRequest, kind?: Session['kind']): Session | undefined =>
    kind === undefined ? (request.staff ?? request.resident) : request[kind];
  app.get(
    '/api/me/sessions',
    {
      config: { right: 'public' },
      schema: {
        querystring,
        response: { 200: Type.Object({ sessions: Type.Array(Listed) }) },
      },
    },
    async (request, reply) => {
      const session = own(request, request.query.kind);
      if (session === undefined) return reply.refuse([{ code: 'login-required' }]);
      const listed = await people.sessions.list(session);
      const sessions = listed.map((each) => ({ ...each, isCurrent: each.id === session.id }));
      return reply.send({ sessions });
    },
  );
  app.delete(
    '/api/me/sessions/:id',
    {
      config: { right: 'public' },
      schema: { querystring, params: Type.Object({ id: Type.String({ format: 'uuid' }) }) },
    },
    async (request, reply) => {
      const session = own(request, request.query.kind);
      if (session === undefined) return reply.refuse([{ code: 'login-required' }]);
      const isRevoked = await people.sessions.revoke(session, request.params.id);
      return isRevoked ? reply.code(204).send() : reply.refuse([{ code: 'session-unknown' }]);
    },
  );
}
