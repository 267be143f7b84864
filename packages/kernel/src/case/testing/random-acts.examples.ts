/** Acts with parameters: those of a careful person, and nonsense. */
import { indexFlow, openTasks, type FlowDefinition } from '../../flow/index.ts';
import {
  hasEnded,
  type Actor,
  type AllowedAct,
  type CaseState,
  type Command,
  type CommandType,
} from '../index.ts';
import { basis, filed, filing } from './case.examples.ts';
import { arrivals, MOVING_ACTS, movingNonsense, sensibleMove } from './moving-acts.examples.ts';
import { somebodyNew } from './random-people.examples.ts';

/** Numbers that become an act and its parameters. */
export interface Choice {
  readonly act: number;
  readonly detail: number;
  readonly days: number;
}

function pick<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)];
}

export interface Chosen {
  readonly command: Command;
  readonly by: Actor;
}

/** What arrives from the world: documents, parts, unit cases, messages. */
export function systemCommand(
  state: CaseState,
  { detail }: Pick<Choice, 'detail'>,
  flow: FlowDefinition | undefined,
): Command | undefined {
  const documents = Object.values(state.documents).filter((d) => d.issuedAt === undefined);
  const waits = flow === undefined ? [] : [...indexFlow(flow).values()].map(({ node }) => node);
  const messages = waits.filter((node) => node.kind === 'wait' && node.until === 'message');
  const commands: Command[] = [
    ...documents.map(({ documentId }): Command => ({
      type: 'RecordDocument',
      documentId,
      number: 'N',
      sha256: 'h',
      bytes: 1,
    })),
    ...(hasEnded(state)
      ? []
      : arrivals(
          state,
          messages.map(({ id }) => id),
        )),
  ];
  return pick(commands, detail);
}

/** The act with parameters that a careful person would enter. */
export function sensible(allowed: AllowedAct, state: CaseState, detail: number): Command {
  const taskId = allowed.taskId ?? '';
  const opinion = 'because';
  switch (allowed.act) {
    case 'CheckMaterials':
      return { type: 'CheckMaterials', taskId, checks: completeChecks, paperReceived: ['plan'] };
    case 'RequestCorrection':
      return {
        type: 'RequestCorrection',
        taskId,
        items: [{ materialId: 'plan', verdict: 'wrong', problem: 'unreadable' }],
      };
    case 'AcceptCase':
      return { type: 'AcceptCase', taskId, opinion };
    case 'RefuseAcceptance': {
      const ground = state.phase === 'received' ? 'other' : 'not-corrected';
      return { type: 'RefuseAcceptance', taskId, ground, reason: opinion, basis };
    }
    case 'ApproveTask':
      return { type: 'ApproveTask', taskId, opinion };
    case 'RejectTask':
      return { type: 'RejectTask', taskId, opinion, basis: [basis] };
    case 'ReturnTask': {
      const target = pick(allowed.targets ?? [], detail);
      const then =
        target?.straightBack === true && detail % 2 === 0 ? 'straight-back' : 'walk-again';
      return { type: 'ReturnTask', taskId, toStep: target?.stepId ?? '', then, reason: opinion };
    }
    case 'AmendForm':
      return { type: 'AmendForm', taskId, patch: { area: 30 + (detail % 50) } };
    case 'ReadTask':
    case 'ClaimTask':
    case 'ReleaseTask':
    case 'TakeBackOpinion':
    case 'RecallTask':
      return { type: allowed.act, taskId };
    case 'TransferTask':
    case 'HandOverTask': {
      const to = somebodyNew(state, taskId, detail);
      return { type: allowed.act, taskId, to, reason: opinion };
    }
    case 'AbstainTask':
    case 'GiveOpinion':
      return { type: allowed.act, taskId, opinion };
    case 'AddSigner': {
      const kind = pick(['before', 'with', 'after'] as const, detail) ?? 'with';
      const person = somebodyNew(state, taskId, detail);
      return { type: 'AddSigner', taskId, kind, person, reason: opinion };
    }
    case 'RemoveSigner':
      return { type: 'RemoveSigner', taskId, reason: opinion };
    case 'RequestOpinion': {
      const person = somebodyNew(state, taskId, detail);
      return { type: 'RequestOpinion', taskId, person, question: 'is it so?' };
    }
    case 'StartSpecialProcedure': {
      const kind = pick(allowed.procedures ?? [], detail) ?? '';
      return { type: 'StartSpecialProcedure', kind, expectedDays: 5, reason: opinion };
    }
    case 'EndSpecialProcedure': {
      const procedureId = pick(allowed.procedures ?? [], detail) ?? '';
      return { type: 'EndSpecialProcedure', procedureId, result: 'fine' };
    }
    case 'ExtendLimit':
      return { type: 'ExtendLimit', days: 1 + (detail % 10), reason: opinion };
    case 'RecordPayment': {
      const amountFen = state.fee?.amountFen ?? 0;
      return { type: 'RecordPayment', amountFen, method: 'cash', receiptNumber: 'R' };
    }
    case 'ServeResult':
      return { type: 'ServeResult', taskId, method: 'counter', recipient: 'Wang' };
    case 'SubmitCorrection':
      return { type: 'SubmitCorrection', materials: [filed('plan')], form: {} };
    case 'WithdrawCase':
      return { type: 'WithdrawCase', reason: opinion };
    case 'ArchiveCase':
      return { type: 'ArchiveCase', archiveNumber: 'A' };
    default:
      return sensibleMove(allowed, state, detail);
  }
}

export const completeChecks = [
  { materialId: 'plan', verdict: 'complete' },
  { materialId: 'deed', verdict: 'complete' },
] as const;

export const TASK_ACTS = [
  'CheckMaterials',
  'RequestCorrection',
  'AcceptCase',
  'RefuseAcceptance',
  'ApproveTask',
  'RejectTask',
  'ReturnTask',
  'AmendForm',
  'ServeResult',
  'ResubmitCase',
  'ReadTask',
  'ClaimTask',
  'ReleaseTask',
  'TransferTask',
  'HandOverTask',
  'AbstainTask',
  'AddSigner',
  'RemoveSigner',
  'RequestOpinion',
  'GiveOpinion',
  'TakeBackOpinion',
  'RecallTask',
] as const satisfies readonly CommandType[];

export const CASE_ACTS = [
  'StartSpecialProcedure',
  'EndSpecialProcedure',
  'ExtendLimit',
  'RecordPayment',
  'SubmitCorrection',
  'WithdrawCase',
  'ArchiveCase',
  ...MOVING_ACTS,
] as const satisfies readonly CommandType[];

export function isKnown({ act }: Pick<AllowedAct, 'act'>): boolean {
  return [...TASK_ACTS, ...CASE_ACTS].some((known) => known === act);
}

/** Ids that exist, existed, never existed, or exist on every object. */
export function someIds(state: CaseState): string[] {
  return [
    ...Object.keys(state.marking.tasks),
    ...Object.keys(state.documents),
    ...Object.keys(state.debts ?? {}),
    ...Object.keys(state.readings ?? {}),
    ...Object.keys(state.handOuts ?? {}),
    ...Object.keys(state.marking.nodes),
    ...openTasks(state.marking).map((task) => task.taskId),
    '',
    'no-such',
    '__proto__',
    'constructor',
    'toString',
  ];
}

/** An act as it might come from a stale page or from somebody who tries. */
export function nonsense(state: CaseState, { act, detail, days }: Choice): Command {
  const id = pick(someIds(state), detail) ?? '';
  const other = pick(someIds(state), detail + days + 7) ?? '';
  const acts: readonly CommandType[] = [
    ...TASK_ACTS,
    ...CASE_ACTS,
    'RecordDocument',
    'RecordSubcase',
    'RecordUnitCase',
    'ConcludeSubcase',
    'ApplyLapses',
    'RecountClocks',
    'ReceiveCase',
  ];
  const type = pick(acts, act) ?? 'ApplyLapses';
  switch (type) {
    case 'ReturnTask':
      return { type, taskId: id, toStep: other, then: 'straight-back', reason: 'r' };
    case 'EndSpecialProcedure':
      return { type, procedureId: id, result: 'r' };
    case 'StartSpecialProcedure':
      return { type, kind: pick(['hearing', id], act) ?? '', expectedDays: days, reason: 'r' };
    case 'RecordDocument':
      return { type, documentId: id, number: '', sha256: '', bytes: 0 };
    case 'ConcludeSubcase':
      return { type, nodeId: id, partId: pick(['x', other], detail) ?? '', outcome: 'denied' };
    case 'ApplyLapses':
    case 'RecountClocks':
      return { type };
    case 'ReceiveCase':
      return filing;
    default: {
      const isKnownHere = [...TASK_ACTS, ...CASE_ACTS].some((known) => known === type);
      const isMove = [...MOVING_ACTS].some((known) => known === type);
      return isKnownHere && !isMove
        ? sensible({ act: type, taskId: id }, state, detail)
        : movingNonsense(type, state, id, other);
    }
  }
}
