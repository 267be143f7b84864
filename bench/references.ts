import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoopOrder, LoopResult, ReferenceSetup } from './reference-messages.ts';

/** The two programs that the product is measured against, each in a process of its own. */
export interface References {
  readonly barePort: number;
  runSqlLoop(order: LoopOrder): Promise<LoopResult>;
  stop(): Promise<void>;
}

/** @throws Error when one of them ends before it has answered */
export async function startReferences(setup: ReferenceSetup): Promise<References> {
  const bare = fork(join(import.meta.dirname, 'bare-server.ts'));
  const sql = fork(join(import.meta.dirname, 'sql-loop.ts'));
  const ask = async (child: ChildProcess, message: object): Promise<unknown> => {
    const ended = new AbortController();
    const onExit = (): void => ended.abort(new Error(`${child.spawnargs.at(-1)} ended`));
    child.once('exit', onExit);
    child.send(message);
    const [answer] = (await once(child, 'message', { signal: ended.signal })) as [unknown];
    child.off('exit', onExit);
    return answer;
  };
  sql.send(setup);
  return {
    barePort: Number(new URL(String(await ask(bare, setup))).port),
    runSqlLoop: async (order) => (await ask(sql, order)) as LoopResult,
    async stop() {
      for (const child of [bare, sql]) {
        const ended = once(child, 'exit');
        child.disconnect();
        await ended;
      }
    },
  };
}
