import { UPLOAD_PROTOCOL } from '@yichuang/contracts';
import { readHeads, readRoots } from '../ledger/index.ts';
import type { SendingDeps } from './exchange-deps.ts';
import { ReceiverFault } from './receiver.ts';
import { readReceiverState, recordAnswer, recordRoots } from './receiver-state.pg.ts';

const MOST_ROOTS = 100;

/**
 * The published roots of the ledger go up too: whoever rewrites a day here afterwards has another
 * root than the one that lies above, where nobody of this county can reach it.
 *
 * @returns how many days the receiver has answered for now
 * @throws ReceiverFault when it does not answer, or not for each of them
 */
export async function sendRoots(deps: SendingDeps): Promise<number> {
  const { db, tenantId, target } = deps;
  const { rootDay } = await readReceiverState(db, tenantId);
  const last = rootDay ?? '';
  const [latest] = await readRoots(db, tenantId, { limit: 1 });
  if (latest === undefined || latest.day <= last) return 0;
  const published = await readRoots(db, tenantId, { limit: MOST_ROOTS });
  const heads = await readHeads(db, tenantId, { limit: MOST_ROOTS });
  const logs = new Map(heads.map(({ day, size, root }) => [day, { size, root }]));
  const unsent = published.filter(({ day }) => day > last).toReversed();
  const roots = unsent.map((root) => {
    const log = logs.get(root.day);
    return { ...root, ...(log !== undefined && { log }) };
  });
  const newest = roots.at(-1)?.day;
  if (newest === undefined) return 0;
  const head = { protocol: UPLOAD_PROTOCOL, sender: tenantId, isTest: target.isTest } as const;
  const answers = await target.receiver.sendRoots({ ...head, roots });
  const answered = new Map(answers.map(({ day, status }) => [day, status]));
  if (roots.some(({ day }) => !answered.has(day))) {
    throw new ReceiverFault({ kind: 'not-understood' });
  }
  const contradicted = roots.filter(({ day }) => answered.get(day) === 'contradicts');
  await recordRoots(db, tenantId, {
    day: newest,
    contradicted: contradicted.map(({ day }) => day),
  });
  await recordAnswer(db, tenantId, deps.wallClock.now());
  return roots.length;
}
