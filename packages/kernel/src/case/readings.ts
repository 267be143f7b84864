/** Whose a reading is, and who may lay a case on somebody's desk. */
import type { CaseContext } from './commands.ts';
import type { ReadingState } from './desk.ts';
import { hasCapability } from './permissions.ts';
import type { CaseState } from './state.ts';

/** In the order in which they were laid down. */
export function readingsOf(state: CaseState): ReadingState[] {
  return Object.values(state.readings ?? {}).sort((a, b) => orderOf(a) - orderOf(b));
}

/** Those of the actor, by name or by post; read ones too. */
export function ownReadings(state: CaseState, context: CaseContext): ReadingState[] {
  return readingsOf(state).filter((reading) => isMine(reading, context));
}

function isMine({ to }: ReadingState, { actor }: CaseContext): boolean {
  if (actor.kind === 'system') return false;
  if ('personId' in to) return to.personId === actor.personId;
  return actor.kind === 'staff' && actor.posts.includes(to.post);
}

/** A copy is read once; a circulated one until its reader has said something. */
export function isUnread({ readAt }: ReadingState): boolean {
  return readAt === undefined;
}

function orderOf({ readingId }: ReadingState): number {
  return Number(readingId.slice(1));
}

/**
 * What may be sent onward: by a reader their own, by who hands over for somebody leaving (交接) also
 * what others were given by name and have not read.
 */
export function passableReadings(state: CaseState, context: CaseContext): ReadingState[] {
  const own = ownReadings(state, context);
  if (!hasCapability(context, 'hand-over')) return own;
  const left = readingsOf(state).filter(
    (reading) => isUnread(reading) && !('post' in reading.to) && !own.includes(reading),
  );
  return [...own, ...left];
}
