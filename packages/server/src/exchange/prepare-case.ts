/** Everything that is to be sent of one case now, read and made at this moment. */
import type { UploadMessage, UploadProblem } from '@yichuang/contracts';
import type { ItemDefinition, Recorded } from '@yichuang/kernel/case';
import type { Directory } from '../cases/index.ts';
import { OperatingError } from '../platform/operating-error.ts';
import type { UploadOffice } from './case-facts.ts';
import type { ClaimedCase } from './case-position.pg.ts';
import { digestOf } from './digest.ts';
import { shapeName, type SendingDeps } from './exchange-deps.ts';
import {
  makeMessages,
  type CaseMessage,
  type MadeMessages,
  type RowProblem,
} from './make-messages.ts';

export interface PreparedCase {
  readonly claimed: ClaimedCase;
  readonly messages: readonly UploadMessage[];
  /** The last event that is told when all messages are answered for. */
  readonly endSeq: number;
  /** Why it cannot be told any further. */
  readonly problem?: UploadProblem;
}

/** So many of one case go in one batch; the rest follows in the next. */
const MOST_MESSAGES = 40;

/** A case that cannot even be read holds back itself, and is told of in the log. */
export async function prepareCase(deps: SendingDeps, claimed: ClaimedCase): Promise<PreparedCase> {
  try {
    return await readAndMake(deps, claimed);
  } catch (error) {
    if (error instanceof OperatingError) throw error;
    deps.onError(error);
    const { sentSeq } = claimed;
    const problem = { kind: 'unreadable' as const, seq: sentSeq + 1, table: '' };
    return { claimed, messages: [], endSeq: sentSeq, problem };
  }
}

async function readAndMake(deps: SendingDeps, claimed: ClaimedCase): Promise<PreparedCase> {
  const { caseId, sentSeq } = claimed;
  const made = await makeCase(deps, caseId, sentSeq);
  if (made === undefined) {
    const problem = { kind: 'item-gone' as const, seq: sentSeq + 1, table: '' };
    return { claimed, messages: [], endSeq: sentSeq, problem };
  }
  const all = made.messages.map((message) => addressed(deps, caseId, message));
  const messages = wholeEvents(all);
  if (messages.length < all.length) {
    return { claimed, messages, endSeq: messages.at(-1)?.seq ?? sentSeq };
  }
  if (made.problem === undefined) return { claimed, messages, endSeq: made.headSeq };
  const problem = problemOf(made.problem);
  return { claimed, messages, endSeq: made.problem.seq - 1, problem };
}

/**
 * What the events after `sentSeq` say, in full.
 * @returns undefined where a version of its item is gone
 */
export async function makeCase(
  deps: SendingDeps,
  caseId: string,
  sentSeq: number,
): Promise<(MadeMessages & { readonly headSeq: number }) | undefined> {
  const { tenantId, target } = deps;
  const events = await deps.cases.events(caseId);
  const items = await itemsOf(deps, events);
  if (items === undefined) return undefined;
  const office = await officeOf(deps.directory, events);
  const open = (sealed: string): string => deps.sealer.openText(sealed);
  const making = { tenantId, shape: target.shape, open };
  const made = makeMessages(making, events, { items, office }, sentSeq);
  return { ...made, headSeq: events.at(-1)?.seq ?? 0 };
}

/** At most so many, but never half of what an event says. */
function wholeEvents(messages: readonly UploadMessage[]): readonly UploadMessage[] {
  const next = messages[MOST_MESSAGES];
  if (next === undefined) return messages;
  const first = messages.slice(0, MOST_MESSAGES).filter(({ seq }) => seq !== next.seq);
  return first.length > 0 ? first : messages.filter(({ seq }) => seq === next.seq);
}

function addressed(
  { target }: SendingDeps,
  caseId: string,
  { seq, table, day, rows, after }: CaseMessage,
): UploadMessage {
  const shape = shapeName(target.shape);
  const digest = digestOf(rows, target.token);
  const id = `${caseId}/${seq}/${table}@${shape}`;
  return { id, caseId, seq, table, shape, day, after, digest, rows: [...rows] };
}

function problemOf(problem: RowProblem): UploadProblem {
  const { seq, table, column, title, code, wanted } = problem;
  return {
    kind: 'invalid',
    seq,
    table,
    column,
    columnTitle: title,
    wrong: code,
    wanted,
  };
}

/** Undefined where a version of its item is gone. */
async function itemsOf(
  { findItem }: SendingDeps,
  events: readonly Recorded[],
): Promise<ReadonlyMap<number, ItemDefinition> | undefined> {
  const items = new Map<number, ItemDefinition>();
  let code = '';
  for (const { event } of events) {
    if (event.type === 'CaseReceived') code = event.itemCode;
    const version =
      event.type === 'CaseReceived'
        ? event.itemVersion
        : event.type === 'CaseRebased'
          ? event.toVersion
          : undefined;
    if (version === undefined || items.has(version)) continue;
    const item = await findItem(code, version);
    if (item === undefined) return undefined;
    items.set(version, item);
  }
  return items;
}

/** The department that the case is with; its region is that of the nearest office that has one. */
async function officeOf(directory: Directory, events: readonly Recorded[]): Promise<UploadOffice> {
  const [first] = events;
  if (first?.event.type !== 'CaseReceived') throw new Error('a case begins with its receipt');
  const orgs = await directory.orgs();
  const department = await directory.departmentOf(first.event.orgId);
  let place = department;
  while (place !== undefined && place.regionCode === undefined) {
    place = place.parentId === undefined ? undefined : orgs.get(place.parentId);
  }
  return {
    name: department?.name ?? first.event.orgId,
    ...(department?.creditCode !== undefined && { code: department.creditCode }),
    ...(place?.regionCode !== undefined && { regionCode: place.regionCode }),
  };
}
