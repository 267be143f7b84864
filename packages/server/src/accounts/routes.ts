import { Type } from '@sinclair/typebox';
import {
  AccountPage,
  AccountQuery,
  AccountSlip,
  AccountView,
  NewAccount,
  PostChoices,
} from '@yichuang/contracts';
import { parseMobile } from '@yichuang/kernel/ids';
import { civilDate } from '@yichuang/kernel/time';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionOf, type App } from '../platform/http/index.ts';
import { keeperOf, refused, type AccountKeeper, type Done } from './account-deps.ts';
import { listKnownPosts, type HeldAccount } from './account-store.pg.ts';
import type { AccountRef, MadePassword, StaffWish } from './accounts.ts';
import { slipOf, type ImportDeps } from './import-staff.ts';
import { readAccount, readAccounts, readPostChoices, type ReadDeps } from './read-accounts.ts';

export interface AccountRouteDeps extends ImportDeps, ReadDeps {}

const config = { right: { action: 'people:manage' } } as const;
const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Made = Type.Object({ account: AccountView, slip: AccountSlip });

const keeperFor = (request: FastifyRequest): AccountKeeper => keeperOf(sessionOf(request, 'staff'));

/** /api/accounts/*: staff and their log-ins, for administrators. */
export function accountRoutes(app: App, deps: AccountRouteDeps): void {
  addReading(app, deps);
  addMaking(app, deps);
  addActs(app, deps);
}

function addReading(app: App, deps: AccountRouteDeps): void {
  app.get(
    '/api/accounts',
    { config, schema: { querystring: AccountQuery, response: { 200: AccountPage } } },
    (request) => readAccounts(deps, keeperFor(request), request.query),
  );
  app.get('/api/accounts/posts', { config, schema: { response: { 200: PostChoices } } }, () =>
    readPostChoices(deps),
  );
}

function addMaking(app: App, deps: AccountRouteDeps): void {
  const made = async (
    request: FastifyRequest,
    reply: FastifyReply,
    done: Done<MadePassword>,
    status: 200 | 201,
  ) => {
    if (!done.ok) return reply.refuse(done.refusals);
    const { account, password } = done.value;
    const posts = await listKnownPosts(deps.db, deps.tenantId, civilDate(deps.now()));
    return reply.code(status).send({
      account: await readAccount(deps, keeperFor(request), account.id),
      slip: slipOf(account, posts, password),
    });
  };
  app.post(
    '/api/accounts',
    { config, schema: { body: NewAccount, response: { 201: Made } } },
    async (request, reply) => {
      const wish = wishOf(deps, request.body);
      if (!wish.ok) return reply.refuse(wish.refusals);
      const done = await deps.accounts.add(keeperFor(request), wish.value);
      return made(request, reply, done, 201);
    },
  );
  app.post(
    '/api/accounts/:id/password',
    { config, schema: { params, response: { 200: Made } } },
    async (request, reply) => {
      const done = await deps.accounts.renew(keeperFor(request), request.params);
      return made(request, reply, done, 200);
    },
  );
}

function wishOf(
  { sealPhone }: AccountRouteDeps,
  { phone = '', ...wish }: NewAccount,
): Done<StaffWish> {
  if (phone.trim() === '') return { ok: true, value: wish };
  const parsed = parseMobile(phone);
  if (!parsed.ok) return refused('phone-invalid', { problem: parsed.problem });
  return { ok: true, value: { ...wish, phoneSealed: sealPhone(parsed.value) } };
}

type Act = (keeper: AccountKeeper, ref: AccountRef) => Promise<Done<HeldAccount>>;

function addActs(app: App, deps: AccountRouteDeps): void {
  const { accounts } = deps;
  const acted = async (
    request: FastifyRequest,
    reply: FastifyReply,
    act: Promise<Done<HeldAccount>>,
  ) => {
    const done = await act;
    if (!done.ok) return reply.refuse(done.refusals);
    return reply.send(await readAccount(deps, keeperFor(request), done.value.id));
  };
  const plain: Readonly<Record<string, Act>> = {
    disable: (keeper, ref) => accounts.setDisabled(keeper, ref, true),
    enable: (keeper, ref) => accounts.setDisabled(keeper, ref, false),
    'end-sessions': (keeper, ref) => accounts.endSessions(keeper, ref),
  };
  const response = { 200: AccountView };
  for (const [name, act] of Object.entries(plain)) {
    app.post(
      `/api/accounts/:id/${name}`,
      { config, schema: { params, response } },
      (request, reply) => acted(request, reply, act(keeperFor(request), request.params)),
    );
  }
  const postId = Type.String({ maxLength: 100 });
  app.post(
    '/api/accounts/:id/posts',
    { config, schema: { params, body: Type.Object({ postId }), response } },
    (request, reply) => {
      const { params: ref, body } = request;
      return acted(request, reply, accounts.appoint(keeperFor(request), ref, [body.postId]));
    },
  );
  app.delete(
    '/api/accounts/:id/posts/:postId',
    { config, schema: { params: Type.Object({ ...params.properties, postId }), response } },
    (request, reply) => {
      const { params: ref } = request;
      return acted(request, reply, accounts.endPost(keeperFor(request), ref, ref.postId));
    },
  );
}
