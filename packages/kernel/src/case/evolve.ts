import { emptyMarking, evolveMarking, type FlowEvent } from '../flow/index.ts';
import type { DebtEvent } from './debt.ts';
import type { DeskEvent } from './desk.ts';
import type { EndingEvent } from './ending.ts';
import type { CaseEvent, Recorded } from './events.ts';
import { evolveDebts } from './evolve-debts.ts';
import { evolveDesk } from './evolve-desk.ts';
import { evolveEnding, thawed } from './evolve-ending.ts';
import { evolveJoint } from './evolve-joint.ts';
import { evolveLetter, newLetter, withReferralAccepted } from './evolve-letter.ts';
import { newMaterial } from './evolve-materials.ts';
import type { JointEvent } from './joint.ts';
import type { LetterEvent } from './letter.ts';
import type { CaseState, ClockState, DocumentState, MaterialState } from './state.ts';

/** The next state. Total over recorded events; a stream must begin with `CaseReceived`. */
export function evolve(state: CaseState | undefined, recorded: Recorded): CaseState {
  const { event } = recorded;
  if (event.type === 'CaseReceived') {
    if (state !== undefined) throw new Error(`case ${state.caseId} was received twice`);
    return begin(event, recorded);
  }
  if (state === undefined) throw new Error(`a case cannot begin with ${event.type}`);
  const next = isFlowEvent(event)
    ? { ...state, marking: evolveMarking(state.marking, event, recorded) }
    : evolveCase(state, event, recorded);
  return { ...next, version: recorded.seq };
}

export function replay(events: readonly Recorded[]): CaseState {
  const state = events.reduce<CaseState | undefined>(evolve, undefined);
  if (state === undefined) throw new Error('a case has at least one event');
  return state;
}

function begin(
  event: Extract<CaseEvent, { type: 'CaseReceived' }>,
  { at, seq }: Recorded,
): CaseState {
  return {
    caseId: event.caseId,
    version: seq,
    number: event.number,
    itemCode: event.itemCode,
    itemVersion: event.itemVersion,
    itemName: event.itemName,
    orgId: event.orgId,
    applicant: event.applicant,
    contact: event.contact,
    channel: event.channel,
    phase: event.lifecycle === 'internal' ? 'in-progress' : 'received',
    receivedAt: at,
    receivedOn: event.receivedOn,
    filedOn: event.receivedOn,
    form: event.form,
    materials: Object.fromEntries(event.materials.map((m) => [m.materialId, newMaterial(m)])),
    corrections: [],
    marking: emptyMarking,
    clocks: {},
    specialProcedures: [],
    documents: {},
    subcases: {},
    hits: [],
    ...(event.lifecycle === undefined ? {} : { lifecycle: event.lifecycle }),
    ...(event.lifecycle === 'letter' ? { letter: newLetter(event.letter ?? {}) } : {}),
    ...(event.parent === undefined ? {} : { parent: event.parent }),
  };
}

type OwnEvent = Exclude<CaseEvent, FlowEvent | { readonly type: 'CaseReceived' }>;

const FLOW_EVENTS: ReadonlySet<string> = new Set<FlowEvent['type']>([
  'NodeEntered',
  'NodeCompleted',
  'StepOpened',
  'TaskOpened',
  'TaskDecided',
  'TaskClosed',
  'TaskRead',
  'TaskClaimed',
  'TaskReleased',
  'TaskTransferred',
  'TaskRecalled',
  'TaskReturned',
  'SignerAdded',
  'OpinionRequested',
  'OpinionGiven',
  'StepCompleted',
  'StepReturned',
  'FlowJumped',
  'FlowEnded',
]);

function isFlowEvent(event: CaseEvent): event is FlowEvent {
  return FLOW_EVENTS.has(event.type);
}

function evolveCase(state: CaseState, event: OwnEvent, recorded: Recorded): CaseState {
  switch (event.type) {
    case 'MaterialsChecked':
    case 'PaperReceived':
    case 'CorrectionRequested':
    case 'CorrectionReceived':
    case 'CaseAccepted':
    case 'AcceptanceRefused':
    case 'FormAmended':
      return evolveIntake(state, event, recorded);
    case 'ClockStarted':
    case 'ClockRevised':
    case 'ClockStopped':
    case 'LimitExtended':
    case 'SpecialProcedureStarted':
    case 'SpecialProcedureEnded':
      return evolveTime(state, event, recorded);
    case 'DocumentOrdered':
    case 'DocumentIssued':
      return evolveDocument(state, event, recorded);
    case 'SubcasesOrdered':
    case 'SubcasesReleased':
    case 'SubcaseRecorded':
    case 'SubcaseConcluded':
    case 'SubcasesCancelled':
      return evolveJoint(state, event);
    case 'DebtIncurred':
    case 'MaterialsSupplied':
    case 'DebtSettled':
    case 'DebtLapsed':
      return evolveDebts(state, event, recorded);
    case 'CaseTerminated':
    case 'CaseVoided':
    case 'DecisionRevoked':
    case 'CaseFrozen':
    case 'CaseUnfrozen':
      return evolveEnding(state, event, recorded);
    case 'CaseCopied':
    case 'CopyRead':
    case 'CaseUrged':
    case 'UnitCaseOrdered':
    case 'UnitCaseRecorded':
    case 'MessageReceived':
    case 'CaseRebased':
      return evolveDesk(state, event, recorded);
    case 'CaseReferred':
    case 'ReferralObjected':
    case 'ObjectionAnswered':
    case 'ProcedureChosen':
    case 'AnswerDrafted':
    case 'AnswerGiven':
    case 'LetterReopened':
    case 'AnswerRated':
    case 'LetterMessageSent':
    case 'InvestigationRecorded':
    case 'MediationRecorded':
    case 'LetterLinked':
    case 'LetterUnlinked':
    case 'SensitivityMarked':
    case 'LetterPublished':
    case 'LetterUnpublished':
    case 'CallBackMade':
    case 'CaseSupervised':
    case 'SupervisionAnswered':
    case 'ReviewRequested':
    case 'ReviewRecorded':
      return evolveLetter(state, event, recorded);
    default:
      return evolveResult(state, event, recorded);
  }
}

type IntakeEvent = Extract<
  OwnEvent,
  {
    type:
      | 'MaterialsChecked'
      | 'PaperReceived'
      | 'CorrectionRequested'
      | 'CorrectionReceived'
      | 'CaseAccepted'
      | 'AcceptanceRefused'
      | 'FormAmended';
  }
>;

function evolveIntake(state: CaseState, event: IntakeEvent, { at }: Recorded): CaseState {
  switch (event.type) {
    case 'MaterialsChecked':
      return { ...state, materials: withChecks(state, event.checks) };
    case 'PaperReceived':
      return {
        ...state,
        materials: event.materialIds.reduce(
          (all, id) => ({ ...all, [id]: { ...materialOf(state, id), isPaperReceived: true } }),
          state.materials,
        ),
      };
    case 'CorrectionRequested':
      return {
        ...state,
        phase: 'correction-pending',
        materials: withChecks(state, event.items),
        corrections: [
          ...state.corrections,
          {
            round: event.round,
            materialIds: event.items.map((item) => item.materialId),
            requestedAt: at,
            ...(event.dueOn === undefined ? {} : { dueOn: event.dueOn }),
          },
        ],
      };
    case 'CorrectionReceived':
      return {
        ...state,
        phase: 'received',
        filedOn: event.receivedOn,
        form: { ...state.form, ...event.form },
        materials: event.materials.reduce<Record<string, MaterialState>>(
          (all, m) => ({ ...all, [m.materialId]: newMaterial(m, all[m.materialId]) }),
          { ...state.materials },
        ),
        corrections: state.corrections.map((correction, i) =>
          i === state.corrections.length - 1 ? { ...correction, receivedAt: at } : correction,
        ),
      };
    case 'CaseAccepted':
      return {
        ...state,
        phase: 'accepted',
        acceptedOn: event.acceptedOn,
        ...(event.isDeemed ? { isDeemedAccepted: true } : {}),
        ...(state.letter === undefined ? {} : { letter: withReferralAccepted(state.letter) }),
      };
    case 'AcceptanceRefused':
      return { ...state, phase: 'acceptance-refused', outcome: 'acceptance-refused' };
    case 'FormAmended':
      return { ...state, form: { ...state.form, ...event.patch } };
  }
}

function materialOf(state: CaseState, materialId: string): MaterialState {
  return (
    state.materials[materialId] ?? {
      materialId,
      pages: [],
      isOnPaper: false,
      isPaperReceived: false,
      filings: 0,
    }
  );
}

function withChecks(
  state: CaseState,
  checks: Extract<CaseEvent, { type: 'MaterialsChecked' }>['checks'],
): CaseState['materials'] {
  const materials: Record<string, MaterialState> = { ...state.materials };
  for (const check of checks) {
    const { problem: _p, instruction: _i, ...rest } = materialOf(state, check.materialId);
    materials[check.materialId] = {
      ...rest,
      verdict: check.verdict,
      ...(check.problem === undefined ? {} : { problem: check.problem }),
      ...(check.instruction === undefined ? {} : { instruction: check.instruction }),
    };
  }
  return materials;
}

type TimeEvent = Extract<
  OwnEvent,
  {
    type:
      | 'ClockStarted'
      | 'ClockRevised'
      | 'ClockStopped'
      | 'LimitExtended'
      | 'SpecialProcedureStarted'
      | 'SpecialProcedureEnded';
  }
>;

function evolveTime(state: CaseState, event: TimeEvent, { at, by }: Recorded): CaseState {
  switch (event.type) {
    case 'ClockStarted': {
      const { type: _type, ...clock } = event;
      return withClock(state, { ...clock, extensions: [] });
    }
    case 'ClockRevised':
      return withClock(state, {
        ...clockOf(state, event.clockId),
        suspensions: event.suspensions,
        extensions: event.extensions,
        result: event.result,
      });
    case 'ClockStopped':
      return withClock(state, { ...clockOf(state, event.clockId), stoppedAt: at });
    case 'LimitExtended':
      return state;
    case 'SpecialProcedureStarted': {
      const { type: _type, ...started } = event;
      const procedure = by.post === undefined ? started : { ...started, startedInPost: by.post };
      return { ...state, specialProcedures: [...state.specialProcedures, procedure] };
    }
    case 'SpecialProcedureEnded':
      return {
        ...state,
        specialProcedures: state.specialProcedures.map((procedure) =>
          procedure.procedureId === event.procedureId
            ? { ...procedure, endedOn: event.endedOn, result: event.result }
            : procedure,
        ),
      };
  }
}

function clockOf(state: CaseState, clockId: string): ClockState {
  const clock = state.clocks[clockId];
  if (clock === undefined) throw new Error(`case ${state.caseId} has no clock ${clockId}`);
  return clock;
}

function withClock(state: CaseState, clock: ClockState): CaseState {
  return { ...state, clocks: { ...state.clocks, [clock.clockId]: clock } };
}

type DocumentEvent = Extract<OwnEvent, { type: 'DocumentOrdered' | 'DocumentIssued' }>;

function evolveDocument(state: CaseState, event: DocumentEvent, { at }: Recorded): CaseState {
  const { type: _type, ...facts } = event;
  if (event.type === 'DocumentOrdered') {
    const ordered: DocumentState = {
      ...(facts as Omit<Extract<CaseEvent, { type: 'DocumentOrdered' }>, 'type'>),
      orderedAt: at,
    };
    return { ...state, documents: { ...state.documents, [event.documentId]: ordered } };
  }
  const ordered = state.documents[event.documentId];
  if (ordered === undefined) throw new Error(`document ${event.documentId} was never ordered`);
  return {
    ...state,
    documents: { ...state.documents, [event.documentId]: { ...ordered, ...facts, issuedAt: at } },
  };
}

function evolveResult(
  state: CaseState,
  event: Exclude<
    OwnEvent,
    | IntakeEvent
    | TimeEvent
    | DocumentEvent
    | JointEvent
    | DebtEvent
    | EndingEvent
    | DeskEvent
    | LetterEvent
  >,
  { at, by }: Recorded,
): CaseState {
  switch (event.type) {
    case 'DecisionMade': {
      const { type: _type, ...decision } = event;
      return {
        ...state,
        phase: 'decided',
        decision: { ...decision, decidedAt: at, decidedBy: by.name },
      };
    }
    case 'FeeAssessed':
      return {
        ...state,
        fee: {
          amountFen: event.amountFen,
          lines: event.lines,
          adjustments: event.adjustments,
          assessedAt: at,
        },
      };
    case 'PaymentRecorded': {
      if (state.fee === undefined) throw new Error('a payment needs an assessed fee');
      const { method, receiptNumber } = event;
      return { ...state, fee: { ...state.fee, paidAt: at, method, receiptNumber } };
    }
    case 'ResultServed': {
      const { type: _type, signatureSha256: _signature, ...service } = event;
      return { ...state, service };
    }
    case 'SupervisionHit':
      return {
        ...state,
        hits: [...state.hits, { rule: event.rule, subject: event.subject, at }],
      };
    case 'CaseConcluded':
      return {
        // What arrives may end a frozen case too: then there is nothing left to stop.
        ...thawed(state),
        phase: 'concluded',
        outcome: event.outcome,
        concludedOn: event.concludedOn,
        concludedAt: at,
      };
    case 'CaseWithdrawn':
      return { ...state, phase: 'withdrawn', outcome: 'withdrawn' };
    case 'CaseArchived':
      return { ...state, phase: 'archived', archiveNumber: event.archiveNumber };
  }
}
