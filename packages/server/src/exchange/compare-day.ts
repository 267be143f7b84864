/** What we know to be there against what the receiver says it has, message by message. */
import { digestOfDay, type ListedMessage } from './digest.ts';
import { messagesOfDay, undecidedCases, writeComparison } from './comparison.pg.ts';
import type { Difference } from './difference.ts';
import type { SendingDeps } from './exchange-deps.ts';
import { findUnsent } from './find-unsent.ts';

/**
 * Compares a Shanghai day; only tables whose count or digest differ are listed one by one. From
 * events: what these say and nobody has answered for is found too, some milliseconds a case.
 * @returns what differs, as it was stored
 * @throws ReceiverFault when it does not answer
 */
export async function compareDay(
  deps: SendingDeps,
  day: string,
  depth: 'from-events' | 'by-digest' = 'from-events',
): Promise<readonly Difference[]> {
  const { db, tenantId, target } = deps;
  const [theirs, ours] = await Promise.all([
    target.receiver.countDay(day),
    messagesOfDay(db, tenantId, day),
  ]);
  const found: Difference[] = [];
  for (const table of new Set([...ours.keys(), ...Object.keys(theirs.tables)])) {
    const own = ours.get(table) ?? [];
    const count = theirs.tables[table];
    const isEmpty = own.length === 0 && (count?.count ?? 0) === 0;
    const isSame = count?.count === own.length && count.digest === digestOfDay(own);
    if (isEmpty || isSame) continue;
    const { messages } = await target.receiver.listDay(day, table);
    found.push(...differencesOf(table, own, messages));
  }
  // What was answered a moment ago and is not written here yet differs for that moment only.
  const underWay = await undecidedCases(
    db,
    tenantId,
    found.map(({ caseRef }) => caseRef),
  );
  const unsent = depth === 'from-events' ? await findUnsent(deps, day) : [];
  const unsentKeys = new Set(unsent.map(keyOf));
  const differences = [
    ...found.filter(
      (each) =>
        each.kind !== 'unknown' || !(underWay.has(each.caseRef) || unsentKeys.has(keyOf(each))),
    ),
    ...unsent,
  ];
  await writeComparison(db, tenantId, { day, at: deps.wallClock.now(), differences });
  return differences;
}

function keyOf({ caseRef, seq, table }: Difference): string {
  return `${caseRef}/${seq}/${table}`;
}

export function differencesOf(
  table: string,
  ours: readonly ListedMessage[],
  theirs: readonly ListedMessage[],
): Difference[] {
  const nameOf = ({ caseId, seq }: ListedMessage): string => `${caseId}/${seq}`;
  const there = new Map(theirs.map((each) => [nameOf(each), each.digest]));
  const here = new Set(ours.map(nameOf));
  const lost = ours.flatMap((each): Difference[] => {
    const digest = there.get(nameOf(each));
    if (digest === each.digest) return [];
    const kind = digest === undefined ? 'missing' : 'other';
    return [{ caseRef: each.caseId, seq: each.seq, table, kind }];
  });
  const strange = theirs.filter((each) => !here.has(nameOf(each)));
  return [
    ...lost,
    ...strange.map(({ caseId, seq }) => ({
      caseRef: caseId,
      seq,
      table,
      kind: 'unknown' as const,
    })),
  ];
}
