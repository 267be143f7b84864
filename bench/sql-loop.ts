/** As pgbench does it: connections that send the product's write statement in a loop, no HTTP. */
import { openPool, type Database } from '../packages/server/src/platform/db/index.ts';
import type { LoopOrder, LoopResult, ReferenceSetup } from './reference-messages.ts';
import { statementFor } from './step-plan.ts';

process.once('message', (setup: ReferenceSetup) => {
  process.on('message', (order: LoopOrder) => {
    void loop(setup, order).then((result) => process.send?.(result));
  });
  process.once('disconnect', () => process.exit());
});

async function loop(setup: ReferenceSetup, order: LoopOrder): Promise<LoopResult> {
  const db = openPool({ url: setup.databaseUrl, max: order.clients });
  // Connecting is no part of the loop.
  await Promise.all(Array.from({ length: order.clients }, () => db.query('SELECT pg_sleep(0.05)')));
  const startedAt = performance.now();
  const until = startedAt + order.seconds * 1000;
  const caseIds = [...order.caseIds];
  const clients = Array.from({ length: order.clients }, () => client(db, setup, caseIds, until));
  const statements = (await Promise.all(clients)).reduce((sum, each) => sum + each, 0);
  const seconds = (performance.now() - startedAt) / 1000;
  await db.stop();
  return { statements, seconds };
}

async function client(
  db: Database,
  { plan }: ReferenceSetup,
  caseIds: string[],
  until: number,
): Promise<number> {
  let statements = 0;
  for (;;) {
    const caseId = caseIds.pop();
    if (caseId === undefined) return statements;
    for (const [n, { write }] of plan.steps.entries()) {
      if (performance.now() >= until) return statements;
      await db.query(statementFor(plan, write, caseId, `${caseId}-${n}`));
      statements += 1;
    }
  }
}
