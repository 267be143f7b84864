/**
 * The messages of a case, which follow from its events, its item and the shape and from nothing
 * else: made again tomorrow they are the same, so none is kept and no personal number lies about.
 */
import { evolve, type CaseState, type Recorded } from '@yichuang/kernel/case';
import type { UploadRow } from '@yichuang/contracts';
import { civilDate } from '@yichuang/kernel/time';
import type { UploadShape, UploadTable } from '../catalogue/index.ts';
import {
  commonFacts,
  itemOf,
  momentsAfter,
  noMoments,
  type CaseSurroundings,
  type Happening,
  type Moments,
} from './case-facts.ts';
import { cellOf, valueOf, type CellProblem, type Scope } from './cell.ts';
import { rowId, subjectsOf } from './row-subjects.ts';

export interface MessagePlace {
  readonly seq: number;
  readonly table: string;
}

export interface CaseMessage extends MessagePlace {
  /** Shanghai day of the event. */
  readonly day: string;
  readonly rows: readonly UploadRow[];
  /** The one before it, of the same case; null for the first. */
  readonly after: MessagePlace | null;
}

export interface RowProblem extends CellProblem, MessagePlace {}

export interface MadeMessages {
  readonly messages: readonly CaseMessage[];
  /** What keeps the next one, and with it all that follow, from being made. */
  readonly problem?: RowProblem;
}

export interface MessageDeps {
  readonly tenantId: string;
  readonly shape: UploadShape;
  readonly open: (sealed: string) => string;
}

/** Only a licence or service: what an office settles within, and what people write, stays here. */
export function isUploaded({ lifecycle }: Pick<CaseState, 'lifecycle'>): boolean {
  return lifecycle === undefined;
}

/** Messages of the events after `sentSeq`, in the order in which they have to arrive. */
export function makeMessages(
  deps: MessageDeps,
  events: readonly Recorded[],
  around: CaseSurroundings,
  sentSeq = 0,
): MadeMessages {
  const messages: CaseMessage[] = [];
  const known = new Set<string>();
  let before: CaseState | undefined;
  let moments: Moments = noMoments;
  let last: MessagePlace | null = null;
  for (const recorded of events) {
    const after: CaseState = evolve(before, recorded);
    if (!isUploaded(after)) return { messages: [] };
    moments = momentsAfter(moments, recorded);
    const happening: Happening = { before, after, recorded, moments };
    for (const table of deps.shape.tables) {
      const isToSend = recorded.seq > sentSeq;
      const rows = rowsOf(deps, table, happening, around, { known, isToSend });
      if (rows.length === 0) continue;
      const place = { seq: recorded.seq, table: table.name };
      const [wrong] = rows.flatMap((row) => ('problem' in row ? [row.problem] : []));
      if (wrong !== undefined) return { messages, problem: { ...wrong, ...place } };
      const made = rows.flatMap((row) => ('cells' in row ? [row.cells] : []));
      const day = civilDate(recorded.at);
      if (isToSend) messages.push({ ...place, day, rows: made, after: last });
      last = place;
    }
    before = after;
  }
  return { messages };
}

type MadeRow = { readonly cells: UploadRow } | { readonly problem: CellProblem };

function rowsOf(
  deps: MessageDeps,
  table: UploadTable,
  happening: Happening,
  around: CaseSurroundings,
  { known, isToSend }: { readonly known: Set<string>; readonly isToSend: boolean },
): readonly MadeRow[] {
  const { recorded, after } = happening;
  if (!(table.on as readonly string[]).includes(recorded.event.type)) return [];
  const common = commonFacts(happening, around);
  const subjects = subjectsOf(table.each, happening, itemOf(after, around));
  return subjects.flatMap(({ key, facts }): MadeRow[] => {
    const id = rowId(deps.tenantId, table.name, after.caseId, key);
    const scope = { ...common, ...facts, row: { id, isNew: !known.has(id) } };
    if (table.when !== undefined && valueOf(table.when, scope) !== true) return [];
    known.add(id);
    return [isToSend ? rowOf(deps, table, scope) : { cells: {} }];
  });
}

function rowOf(deps: MessageDeps, table: UploadTable, scope: Scope): MadeRow {
  const cells: Record<string, string> = {};
  for (const column of table.columns) {
    const cell = cellOf(column, scope, deps);
    if (typeof cell === 'object') return { problem: cell };
    if (cell !== undefined) cells[column.name] = cell;
  }
  return { cells };
}
