import { civilDate, instantMs } from '@yichuang/kernel/time';
import type { NoticeToQueue } from '../notices/index.ts';
import { findAble } from '../people/index.ts';
import type { SendingDeps } from './exchange-deps.ts';
import type { ReceiverState } from './receiver-state.pg.ts';

const HOUR_MS = 3_600_000;

/** Told once of each standstill and of each contradicted day, however often it is looked at. */
export async function raiseAlarm(deps: SendingDeps, state: ReceiverState): Promise<void> {
  const { standstillHours } = deps.target.shape;
  const alarms: Pick<NoticeToQueue, 'template' | 'params' | 'dedupeKey'>[] = [];
  const { standingSince } = state;
  const nowMs = instantMs(deps.wallClock.now());
  if (standingSince !== null && nowMs - instantMs(standingSince) >= standstillHours * HOUR_MS) {
    alarms.push({
      template: 'upload-standing',
      params: { hours: String(standstillHours) },
      dedupeKey: `upload standing ${standingSince}`,
    });
  }
  for (const day of state.contradicted) {
    alarms.push({
      template: 'upload-contradicted',
      params: { day },
      dedupeKey: `upload contradicted ${day}`,
    });
  }
  if (alarms.length === 0) return;
  const { db, tenantId, notices, clock } = deps;
  // Who watches, and who keeps the machine running.
  const told = ['supervisor', 'administrator'];
  const people = await findAble(db, tenantId, told, civilDate(clock.now()));
  await db.tx(async (tx) => {
    for (const { dedupeKey, ...alarm } of alarms) {
      for (const personId of people) {
        const key = `${dedupeKey} ${personId}`;
        await notices.queueInTx(tx, { channel: 'inbox', ...alarm, dedupeKey: key, personId });
      }
    }
  });
}
