import { Type } from '@sinclair/typebox';
import {
  Day,
  LedgerConsistency,
  LedgerHead,
  LedgerRoot,
  LedgerRootInclusion,
} from '@yichuang/contracts';
import { isPlainDate } from '@yichuang/kernel/time';
import type { App } from '../platform/http/index.ts';
import type { LedgerDeps } from './ledger-deps.ts';
import { readHead, readHeads } from './ledger-heads.pg.ts';
import { readStamp } from './ledger-stamps.pg.ts';
import { readRoot, readRoots } from './ledger-store.pg.ts';
import { consistencyBetween, rootInclusion } from './log-proofs.ts';

const A_PAGE = 100;
const Size = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

type PublicDeps = Pick<LedgerDeps, 'tenantId' | 'db' | 'trees'>;

/** What everybody may read, copy and keep: that is the whole point of it. */
export function registerPublicLedgerRoutes(app: App, deps: PublicDeps): void {
  addRoots(app, deps);
  addHeads(app, deps);
}

function addRoots(app: App, deps: PublicDeps): void {
  const { db, tenantId } = deps;
  app.get(
    '/api/ledger/roots',
    {
      config: { right: 'public' },
      schema: {
        querystring: Type.Object({ before: Type.Optional(Day) }),
        response: { 200: Type.Object({ roots: Type.Array(LedgerRoot) }) },
      },
    },
    async ({ query: { before } }, reply) => {
      if (before !== undefined && !isPlainDate(before)) {
        return reply.refuse([{ code: 'request-invalid', params: { fields: 'before' } }]);
      }
      const from = before === undefined ? {} : { before };
      return { roots: await readRoots(db, tenantId, { ...from, limit: A_PAGE }) };
    },
  );
  app.get(
    '/api/ledger/roots/:day',
    {
      config: { right: 'public' },
      schema: { params: Type.Object({ day: Day }), response: { 200: LedgerRoot } },
    },
    async ({ params: { day } }, reply) => {
      const root = isPlainDate(day) ? await readRoot(db, tenantId, day) : undefined;
      return root ?? reply.refuse([{ code: 'root-not-published' }]);
    },
  );
  app.get(
    '/api/ledger/roots/:day/inclusion',
    {
      config: { right: 'public' },
      schema: {
        params: Type.Object({ day: Day }),
        querystring: Type.Object({ size: Type.Optional(Size) }),
        response: { 200: LedgerRootInclusion },
      },
    },
    async ({ params: { day }, query: { size } }, reply) => {
      const found = isPlainDate(day) ? await rootInclusion(deps, day, size) : undefined;
      return found ?? reply.refuse([{ code: 'root-not-published' }]);
    },
  );
}

function addHeads(app: App, deps: PublicDeps): void {
  const { db, tenantId } = deps;
  app.get(
    '/api/ledger/heads',
    {
      config: { right: 'public' },
      schema: {
        querystring: Type.Object({ before: Type.Optional(Size) }),
        response: { 200: Type.Object({ heads: Type.Array(LedgerHead) }) },
      },
    },
    async ({ query: { before } }) => {
      const from = before === undefined ? {} : { before };
      return { heads: await readHeads(db, tenantId, { ...from, limit: A_PAGE }) };
    },
  );
  app.get(
    '/api/ledger/heads/:size',
    {
      config: { right: 'public' },
      schema: { params: Type.Object({ size: Size }), response: { 200: LedgerHead } },
    },
    async ({ params: { size } }, reply) =>
      (await readHead(db, tenantId, size)) ?? reply.refuse([{ code: 'head-not-published' }]),
  );
  app.get(
    '/api/ledger/heads/:size/stamp',
    {
      config: { right: 'public' },
      schema: { params: Type.Object({ size: Size }) },
    },
    async ({ params: { size } }, reply) => {
      const token = await readStamp(db, tenantId, size);
      if (token === undefined) return reply.refuse([{ code: 'head-not-stamped' }]);
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename="head-${size}.tst"`)
        .send(token);
    },
  );
  app.get(
    '/api/ledger/consistency',
    {
      config: { right: 'public' },
      schema: {
        querystring: Type.Object({ from: Size, to: Type.Optional(Size) }),
        response: { 200: LedgerConsistency },
      },
    },
    async ({ query: { from, to } }, reply) => {
      const sizes = to === undefined ? { from } : { from, to };
      const found = await consistencyBetween(deps, sizes);
      return found ?? reply.refuse([{ code: 'head-not-published' }]);
    },
  );
}
