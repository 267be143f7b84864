/**
 * The least that a program could do for a case step, as the product's reference: a Fastify route
 * that reads the snapshot and sends ready-made rows by the product's own statement, over a pool
 * with the product's settings. It decides, checks, hashes and logs nothing.
 */
import Fastify from 'fastify';
import { openPool } from '../packages/server/src/platform/db/index.ts';
import type { ReferenceSetup } from './reference-messages.ts';
import { statementFor } from './step-plan.ts';

process.once('message', (setup: ReferenceSetup) => void serve(setup));

async function serve({ databaseUrl, poolSize, plan }: ReferenceSetup): Promise<void> {
  const db = openPool({ url: databaseUrl, max: poolSize });
  const app = Fastify();
  app.post<{ Params: { caseId: string; n: string } }>(
    '/cases/:caseId/steps/:n',
    async ({ params: { caseId, n }, headers }) => {
      const key = String(headers['idempotency-key']);
      const [found] = await db.query(statementFor(plan, plan.read, caseId, key));
      const step = plan.steps[Number(n)];
      if (found === undefined || step === undefined) throw new Error('no such case or step');
      await db.query(statementFor(plan, step.write, caseId, key));
      return { caseId, version: Number(n), phase: 'accepted' };
    },
  );
  process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
  process.once('disconnect', () => void app.close().then(() => db.stop()));
}
