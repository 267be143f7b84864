import { casesSaidSent, messagesOfDay } from './comparison.pg.ts';
import type { Difference } from './difference.ts';
import type { SendingDeps } from './exchange-deps.ts';
import { makeCase } from './prepare-case.ts';

/**
 * What the day's events say and nobody has answered for, of cases that are said to have been told.
 * A position is a number in a table: whoever moves it on would hide a case from the level above
 * without a trace, if it were not made again from the events and looked for.
 */
export async function findUnsent(deps: SendingDeps, day: string): Promise<Difference[]> {
  const { db, tenantId } = deps;
  // In this order: whatever is said to be sent by now is among what is read next.
  const said = await casesSaidSent(db, tenantId, day);
  const ours = await messagesOfDay(db, tenantId, day);
  const nameOf = (caseId: string, seq: number, table: string) => `${caseId}/${seq}/${table}`;
  const answered = new Set(
    [...ours].flatMap(([table, listed]) =>
      listed.map(({ caseId, seq }) => nameOf(caseId, seq, table)),
    ),
  );
  const unsent: Difference[] = [];
  for (const { caseId, sentSeq } of said) {
    const made = await makeCase(deps, caseId, 0);
    for (const { seq, table, day: told } of made?.messages ?? []) {
      if (told !== day || seq > sentSeq || answered.has(nameOf(caseId, seq, table))) continue;
      unsent.push({ caseRef: caseId, seq, table, kind: 'missing' });
    }
  }
  return unsent;
}
