/** What a script expects of an act, held against what happened. */
import type { PlayLine, UnmetExpectation } from './play-line.ts';
import type { PlayEntry } from './script.ts';

/**
 * Open steps and phase are those after the system has done its part: who expects a task behind a
 * document should not have to know that the document is made in between.
 * @param after the last line so far: that of the act, or of the system after it
 */
export function unmetOf(
  { expect }: PlayEntry,
  line: PlayLine,
  after: PlayLine,
): UnmetExpectation[] {
  if (expect === undefined) return [];
  const codes = (line.refusals ?? []).map((refusal) => refusal.code as string);
  const found = listed(after.open.map((task) => task.step));
  const isAsRefused = expect.refusal === undefined ? line.ok : codes.includes(expect.refusal);
  const unmet: UnmetExpectation[] = [];
  if (!isAsRefused) {
    unmet.push({
      what: 'refusal',
      wanted: expect.refusal ?? '-',
      found: codes.length === 0 ? '-' : codes.join(', '),
    });
  }
  if (expect.open !== undefined && listed(expect.open) !== found) {
    unmet.push({ what: 'open', wanted: listed(expect.open), found });
  }
  if (expect.phase !== undefined && expect.phase !== after.phase) {
    unmet.push({ what: 'phase', wanted: expect.phase, found: after.phase ?? '-' });
  }
  return unmet;
}

/** Each step once, in one order; a step with several tasks is open once. */
function listed(steps: readonly string[]): string {
  return steps.length === 0 ? '-' : [...new Set(steps)].toSorted().join(', ');
}
