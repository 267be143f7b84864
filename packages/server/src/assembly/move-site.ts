import { bringIntoForce } from '../catalogue/index.ts';
import { moveClock, type ClockMove } from '../demo/index.ts';
import { publishRoots } from '../ledger/index.ts';
import type { Parts } from './assemble.ts';

/** Moves the clock of a demo or of a trial county, and does what the time in between would have. */
export async function moveSite(parts: Parts, step: ClockMove): Promise<void> {
  const { deps, movable } = parts;
  if (movable === undefined) throw new Error('only the clock of a demo moves');
  await moveClock(movable, deps.statutes.calendar, parts.timekeeper, step);
  await parts.watcher.catchUp();
  // The nightly job keeps the real time; the days that were skipped are closed here.
  await publishRoots(parts.ledger);
  await bringIntoForce(deps.db, deps.tenantId, parts.clock.now());
}
