/** What a shape's expressions may read: a case as it stood after one of its events. */
import type { CaseState, ItemDefinition, Party, Recorded } from '@yichuang/kernel/case';
import { stepsOf } from '@yichuang/kernel/flow';
import type { Instant } from '@yichuang/kernel/time';
import type { Scope } from './cell.ts';

export interface UploadOffice {
  readonly name: string;
  readonly code?: string;
  readonly regionCode?: string;
}

export interface CaseSurroundings {
  /** By version: a case may be moved to another one. */
  readonly items: ReadonlyMap<number, ItemDefinition>;
  readonly office: UploadOffice;
}

/** Who and when, which the state does not keep; carried along from event to event. */
export interface Moments {
  readonly acceptedAt?: Instant;
  readonly acceptedBy?: string;
  readonly decidedBy?: string;
  /** Special procedures: who began them, and when, by their id. */
  readonly began: Readonly<Record<string, { readonly at: Instant; readonly by: string }>>;
}

export const noMoments: Moments = { began: {} };

export interface Happening {
  readonly before: CaseState | undefined;
  readonly after: CaseState;
  readonly recorded: Recorded;
  readonly moments: Moments;
}

export function momentsAfter(moments: Moments, { event, at, by }: Recorded): Moments {
  if (event.type === 'CaseAccepted') {
    return { ...moments, acceptedAt: at, ...(by.kind === 'staff' && { acceptedBy: by.name }) };
  }
  if (event.type === 'SpecialProcedureStarted') {
    const began = { ...moments.began, [event.procedureId]: { at, by: by.name } };
    return { ...moments, began };
  }
  return event.type === 'DecisionMade' ? { ...moments, decidedBy: by.name } : moments;
}

/** Beside these: `act`, `material`, `procedure` or `certificate`, and `row` (row-subjects.ts). */
export function commonFacts(happening: Happening, around: CaseSurroundings): Scope {
  const { after: state, recorded } = happening;
  const item = itemOf(state, around);
  return {
    case: factsOfCase(happening, item),
    item: {
      code: item.code,
      version: item.version,
      name: item.name,
      taskType: item.taskType,
      handlingMode: item.handlingMode,
    },
    office: around.office,
    applicant: factsOfParty(state.applicant),
    contact: factsOfParty(state.contact),
    event: {
      ...scalarsOf(recorded.event),
      seq: recorded.seq,
      at: recorded.at,
      ...extras(happening),
    },
    actor: { kind: recorded.by.kind, name: recorded.by.name },
  };
}

export function itemOf(
  { itemCode, itemVersion }: CaseState,
  { items }: CaseSurroundings,
): ItemDefinition {
  const item = items.get(itemVersion);
  if (item === undefined) throw new Error(`item ${itemCode} has no version ${itemVersion}`);
  return item;
}

export interface ActFacts {
  readonly step: string | null;
  /** The step's, or the type of an event outside of all steps. */
  readonly name: string;
  /** What was said on a task, or the type of another event. */
  readonly outcome: string;
  /** The opinion or the reason. */
  readonly words: string | null;
  readonly startedAt: Instant;
}

/** The step in which the event happened, since when somebody had it, and what came of it. */
export function actFacts({ before, recorded }: Happening, item: ItemDefinition): ActFacts {
  const { event, at } = recorded;
  const steps = item.flow === undefined ? [] : stepsOf(item.flow);
  const tasks = Object.values(before?.marking.tasks ?? {});
  const words = 'opinion' in event ? event.opinion : 'reason' in event ? event.reason : undefined;
  if (event.type === 'TaskDecided') {
    const step = steps.find(({ id }) => id === event.stepId)?.name ?? null;
    const startedAt = before?.marking.tasks[event.taskId]?.openedAt ?? at;
    const { verdict: outcome } = event;
    return { step, name: step ?? event.type, outcome, words: words ?? null, startedAt };
  }
  const isMeant = (id: string, duty: string): boolean =>
    event.type === 'StepReturned' ? id === event.fromStep : duty === 'intake';
  const found = OF_A_STEP.has(event.type)
    ? steps.find(({ id, duty }) => isMeant(id, duty))
    : undefined;
  const task = tasks.find(({ stepId, status }) => stepId === found?.id && status === 'open');
  const step = found?.name ?? null;
  return {
    step,
    name: step ?? event.type,
    outcome: event.type,
    words: words ?? null,
    startedAt: task?.openedAt ?? at,
  };
}

const OF_A_STEP: ReadonlySet<string> = new Set([
  'StepReturned',
  'CorrectionRequested',
  'AcceptanceRefused',
]);

function factsOfCase(
  { after: state, moments }: Happening,
  item: ItemDefinition,
): Record<string, unknown> {
  const documents = Object.values(state.documents);
  const acceptance = documents.find(({ moment }) => moment === 'accepted');
  const clocks = Object.values(state.clocks);
  const dueOf = (kind: string) => clocks.find((clock) => clock.kind === kind)?.result.dueOn;
  const certificate = documents.find(({ certificateId }) => certificateId !== undefined);
  const decided = documents.find(({ moment }) => moment === 'granted' || moment === 'denied');
  return {
    id: state.caseId,
    number: state.number,
    name: state.itemName,
    channel: state.channel,
    phase: state.phase,
    receivedAt: state.receivedAt,
    receivedOn: state.receivedOn,
    acceptedOn: state.acceptedOn,
    acceptedAt: moments.acceptedAt,
    acceptedBy: moments.acceptedBy,
    decidedBy: moments.decidedBy,
    acceptanceNumber: acceptance?.number,
    promisedOn: dueOf('committed') ?? dueOf('statutory'),
    statutoryOn: dueOf('statutory'),
    outcome: state.outcome ?? OUTCOME_OF_PHASE[state.phase],
    reason: state.decision?.reason,
    decidedOn: state.decision?.decidedOn,
    servedOn: state.service?.servedOn,
    concludedOn: state.concludedOn,
    resultName: state.decision === undefined ? undefined : item.resultName,
    resultNumber: certificate?.number ?? decided?.number,
    feeFen: state.fee?.amountFen,
  };
}

const OUTCOME_OF_PHASE: Readonly<Record<string, string>> = {
  'acceptance-refused': 'acceptance-refused',
  withdrawn: 'withdrawn',
  terminated: 'terminated',
  voided: 'voided',
  revoked: 'revoked',
};

/** Numbers stay sealed here; a cell opens the one that it sends. */
function factsOfParty({ name, kind, code, phone }: Party): Record<string, unknown> {
  return { name, kind, code, phone };
}

function scalarsOf(event: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(event).filter(([, value]) => typeof value !== 'object' || value === null),
  );
}

/** What an event means that only the state tells. */
function extras({ after, recorded: { event } }: Happening): Record<string, unknown> {
  if (event.type === 'DocumentIssued') {
    const moment = after.documents[event.documentId]?.moment;
    return { moment, isOfAcceptance: moment === 'accepted' };
  }
  if (event.type === 'ClockRevised') {
    const kind = after.clocks[event.clockId]?.kind;
    return { isOfAcceptance: kind === 'committed' || kind === 'statutory' };
  }
  return { isOfAcceptance: event.type === 'CaseReceived' || event.type === 'CaseAccepted' };
}
