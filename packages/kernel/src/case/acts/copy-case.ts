import { refuseOutside } from '../bound.ts';
import type { CaseContext } from '../commands.ts';
import type { Addressee } from '../desk.ts';
import { heldTasks } from '../permissions.ts';
import { isUnread, ownReadings, passableReadings } from '../readings.ts';
import { recordCopies } from '../record-copies.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { Act } from './act.ts';

const MOST_READERS = 100;

/**
 * 抄送, 传阅: to be read by others, with or without asking for their words; by who holds a task, or
 * onward by a reader. It never blocks, and stays to be read after the end of the case.
 */
export const copyCase: Act<'CopyCase'> = {
  type: 'CopyCase',
  isForTask: false,
  permit(state, context) {
    const mayShow =
      heldTasks(state, context).length > 0 || passableReadings(state, context).length > 0;
    return mayShow ? undefined : refuse('not-your-task');
  },
  check(state, command, context) {
    if (command.to.length === 0) return [refuse('reader-required')];
    if (command.to.length > MOST_READERS) {
      return [refuse('readers-too-many', { most: MOST_READERS })];
    }
    const readings = passableReadings(state, context);
    const held = heldTasks(state, context);
    const outside = held
      .map(({ step }) => refuseOutside(state, context, step.id, readersOf(command.to, context)))
      .filter((refusal) => refusal !== undefined);
    return [...outside, ...fromOwn(command.fromReading, readings, held)];
  },
  perform(p, { to, note, isForOpinion, fromReading }) {
    const [held] = heldTasks(p.state(), p.context);
    if (held !== undefined) p.actAs(held.post);
    const onward = fromReading === undefined ? {} : { fromReading };
    recordCopies(p, { to: distinct(to), note, isForOpinion, ...onward });
  },
};

function fromOwn(
  fromReading: string | undefined,
  own: readonly { readonly readingId: string }[],
  held: readonly unknown[],
): Refusal[] {
  if (fromReading === undefined) {
    return held.length > 0 ? [] : [refuse('reading-unknown', { reading: '' })];
  }
  return own.some(({ readingId }) => readingId === fromReading)
    ? []
    : [refuse('reading-unknown', { reading: fromReading })];
}

/** A post is shown to whoever holds it; one that nobody holds is nobody's. */
function readersOf(to: readonly Addressee[], { people }: CaseContext): string[] {
  return to.flatMap((one) =>
    'post' in one
      ? (people?.holdersOf(one.post) ?? []).map(({ personId }) => personId)
      : one.personId,
  );
}

/** Nobody gets the same thing twice at once. */
function distinct(to: readonly Addressee[]): Addressee[] {
  const keyOf = (a: Addressee): string => ('post' in a ? `post ${a.post}` : a.personId);
  return [...new Map(to.map((a) => [keyOf(a), a])).values()];
}

/** Seen: of a circulated one the reader's words are asked. Read again, nothing happens. */
export const readCopy: Act<'ReadCopy'> = {
  type: 'ReadCopy',
  isForTask: false,
  permit(state, context) {
    return ownReadings(state, context).length > 0 ? undefined : refuse('reading-unknown');
  },
  check(state, { readingId, opinion }, context) {
    const reading = ownReadings(state, context).find((own) => own.readingId === readingId);
    if (reading === undefined) return [refuse('reading-unknown', { reading: readingId })];
    const isAsked = isUnread(reading) && reading.kind === 'circulation';
    return isAsked && opinion.trim() === '' ? [refuse('opinion-required')] : [];
  },
  perform(p, { readingId, opinion }) {
    const reading = ownReadings(p.state(), p.context).find((own) => own.readingId === readingId);
    if (reading === undefined || !isUnread(reading)) return;
    if ('post' in reading.to) p.actAs(reading.to.post);
    p.emit({ type: 'CopyRead', readingId, opinion: opinion.trim() });
  },
};
