/** The acts that move a case round, as a careful person would do them. */
import type { AllowedAct, CaseState, Command, CommandType } from '../index.ts';
import { debtsOf } from '../index.ts';
import { basis, filed } from './case.examples.ts';

/** Not about one task; the system's own are left to {@link arrivals}. */
export const MOVING_ACTS = [
  'JumpToStep',
  'RebaseCase',
  'FreezeCase',
  'UnfreezeCase',
  'TerminateCase',
  'VoidCase',
  'RevokeDecision',
  'CopyCase',
  'ReadCopy',
  'UrgeCase',
  'HandOutCase',
  'ReceiveMessage',
  'SupplyMaterials',
  'SettleDebt',
] as const satisfies readonly CommandType[];

function pick<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)];
}

export function sensibleMove(allowed: AllowedAct, state: CaseState, detail: number): Command {
  const reason = 'because';
  switch (allowed.act) {
    case 'JumpToStep': {
      const toStep = pick(allowed.targets ?? [], detail)?.stepId ?? '';
      return { type: 'JumpToStep', toStep, reason };
    }
    case 'RebaseCase':
      return { type: 'RebaseCase', toVersion: state.itemVersion + 1 };
    case 'FreezeCase':
    case 'UnfreezeCase':
    case 'TerminateCase':
    case 'VoidCase':
      return { type: allowed.act, reason };
    case 'RevokeDecision':
      return { type: 'RevokeDecision', reason, basis };
    case 'CopyCase':
      return copying(allowed.readings ?? [], detail);
    case 'ReadCopy': {
      const readingId = allowed.readings?.[0] ?? '';
      return { type: 'ReadCopy', readingId, opinion: reason };
    }
    case 'UrgeCase':
      return { type: 'UrgeCase', message: reason };
    case 'HandOutCase':
      return { type: 'HandOutCase', itemCode: 'survey', orgId: 'czj', note: reason };
    case 'ReceiveMessage': {
      const nodeId = pick(allowed.nodes ?? [], detail) ?? '';
      return { type: 'ReceiveMessage', nodeId, message: reason };
    }
    case 'ResubmitCase': {
      const taskId = allowed.taskId ?? '';
      return { type: 'ResubmitCase', taskId, form: {}, materials: [], opinion: reason };
    }
    case 'SupplyMaterials': {
      const owed = debtsOf(state).filter(
        ({ status }) => status === 'owed' || status === 'supplied',
      );
      const materialId = pick(owed, detail)?.materialId ?? 'plan';
      return { type: 'SupplyMaterials', materials: [filed(materialId)] };
    }
    case 'SettleDebt': {
      const debtId = pick(allowed.debts ?? [], detail) ?? '';
      const { status, kind } = state.debts?.[debtId] ?? {};
      const verdicts =
        status === 'supplied'
          ? (['kept', 'insufficient', 'broken'] as const)
          : kind === 'commitment'
            ? (['kept', 'broken'] as const)
            : (['broken'] as const);
      const verdict = pick(verdicts, detail) ?? 'broken';
      return { type: 'SettleDebt', debtId, verdict, note: reason, basis };
    }
    default:
      return { type: 'ApplyLapses' };
  }
}

/** Onward from the first own reading, or from a task where nothing lies on the desk. */
function copying(readings: readonly string[], detail: number): Command {
  const [fromReading] = readings;
  return {
    type: 'CopyCase',
    to: [{ post: `p${1 + (detail % 4)}` }],
    note: 'look',
    isForOpinion: detail % 2 === 0,
    ...(fromReading === undefined ? {} : { fromReading }),
  };
}

/** What the world answers to a case: unit cases, parts and their results, awaited messages. */
export function arrivals(state: CaseState, messageNodes: readonly string[]): Command[] {
  const handOuts = Object.values(state.handOuts ?? {}).filter(({ caseId }) => caseId === undefined);
  const parts = Object.entries(state.subcases).flatMap(([nodeId, found]) =>
    state.marking.nodes[nodeId]?.status === 'open'
      ? Object.entries(found.parts).map(([partId, part]) => ({ nodeId, partId, ...part }))
      : [],
  );
  const open = parts.filter(({ status }) => status === 'open');
  return [
    ...handOuts.map(({ handOutId }): Command => ({
      type: 'RecordUnitCase',
      handOutId,
      caseId: `case-${handOutId}`,
      number: 'U',
    })),
    ...open
      .filter(({ caseId }) => caseId === undefined)
      .map(({ nodeId, partId }): Command => ({
        type: 'RecordSubcase',
        nodeId,
        partId,
        caseId: `case-${partId}`,
        number: 'S',
      })),
    ...open
      .filter(({ caseId }) => caseId !== undefined)
      .map(({ nodeId, partId }): Command => ({
        type: 'ConcludeSubcase',
        nodeId,
        partId,
        outcome: partId === 'y' ? 'denied' : 'granted',
      })),
    ...messageNodes
      .filter((nodeId) => state.marking.nodes[nodeId]?.status === 'open')
      .map((nodeId): Command => ({ type: 'ReceiveMessage', nodeId, message: 'yes' })),
  ];
}

/** An act as it might come from a stale page or from somebody who tries. */
export function movingNonsense(
  type: CommandType,
  state: CaseState,
  id: string,
  other: string,
): Command {
  switch (type) {
    case 'JumpToStep':
      return { type, toStep: id, reason: 'r' };
    case 'RebaseCase':
      return { type, toVersion: 99 };
    case 'ReadCopy':
      return { type, readingId: id, opinion: '' };
    case 'ReceiveMessage':
      return { type, nodeId: id, message: '' };
    case 'RecordSubcase':
      return { type, nodeId: id, partId: other, caseId: 'c', number: 'n' };
    case 'RecordUnitCase':
      return { type, handOutId: id, caseId: 'c', number: 'n' };
    case 'SettleDebt':
      return { type, debtId: id, verdict: 'kept', note: '' };
    case 'SupplyMaterials':
      return { type, materials: [filed(id)] };
    default:
      return sensibleMove({ act: type, taskId: id }, state, 0);
  }
}
