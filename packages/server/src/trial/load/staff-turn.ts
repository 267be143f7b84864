/** What somebody does when a task's turn has come: from what the case allows them, by chance. */
import type { AllowedActView, CaseView } from '@yichuang/contracts';
import { civilDate, instant } from '@yichuang/kernel/time';
import { chanceOf } from './habits.ts';
import { pick } from './invented-town.ts';
import { town } from './town.messages.ts';

export interface Turn {
  readonly seed: number;
  readonly view: CaseView;
  readonly taskId: string;
  readonly duty: string;
  readonly now: string;
  /** Units that take letters in. */
  readonly units: readonly string[];
  readonly officer: string;
}

export type StaffAct = Readonly<Record<string, unknown>> & { readonly type: string };

const CORRECTION = 0.12;
const SUSPENSION = 0.06;
const REJECTION = 0.05;
const RETURN = 0.04;
const TESTING_DAYS = 3;
const DAY_MS = 24 * 3_600_000;

/** Undefined: nothing that this person can do, or they wait. */
export function nextAct(turn: Turn): StaffAct | undefined {
  const { view, taskId } = turn;
  const acts = new Map<string, AllowedActView>();
  for (const each of view.allowed) {
    if (each.taskId === undefined || each.taskId === taskId) acts.set(each.act, each);
  }
  return (
    testing(turn, acts) ??
    payment(view, acts) ??
    intake(turn, acts) ??
    handling(turn, acts) ??
    serving(view, taskId, acts)
  );
}

type Acts = ReadonlyMap<string, AllowedActView>;

/** 特别程序: begun by some, ended when the days are over; nothing else is done meanwhile. */
function testing(turn: Turn, acts: Acts): StaffAct | undefined {
  const { seed, view, duty, now } = turn;
  const running = view.specialProcedures.find(({ endedOn }) => endedOn === undefined);
  if (running !== undefined) {
    const days = (Date.parse(now) - Date.parse(running.startedOn)) / DAY_MS;
    if (days < TESTING_DAYS || !acts.has('EndSpecialProcedure')) return undefined;
    return {
      type: 'EndSpecialProcedure',
      procedureId: running.procedureId,
      result: town.tested,
    };
  }
  const [procedure] = acts.get('StartSpecialProcedure')?.procedures ?? [];
  const isWanted = duty === 'review' && chanceOf(seed, view.number, 'testing') < SUSPENSION;
  if (procedure === undefined || !isWanted || view.specialProcedures.length > 0) return undefined;
  return {
    type: 'StartSpecialProcedure',
    kind: procedure.id,
    expectedDays: procedure.expectedDays ?? TESTING_DAYS,
    reason: town.testing,
  };
}

function payment({ fee, number }: CaseView, acts: Acts): StaffAct | undefined {
  if (!acts.has('RecordPayment') || fee === undefined) return undefined;
  const receiptNumber = `R${number}`;
  return { type: 'RecordPayment', amountFen: fee.amountFen, method: 'transfer', receiptNumber };
}

function intake(turn: Turn, acts: Acts): StaffAct | undefined {
  const { seed, view, taskId } = turn;
  const unchecked = view.materials.some(({ verdict }) => verdict === undefined);
  if (acts.has('CheckMaterials') && unchecked) {
    const isFirst = view.materials.every(({ filings }) => filings <= 1);
    const isWrong = isFirst && chanceOf(seed, view.number, 'correction') < CORRECTION;
    const wrong = isWrong ? view.materials.find(({ pages }) => pages.length > 0) : undefined;
    const checks = view.materials.map(({ materialId }) =>
      materialId === wrong?.materialId ? wrongOne(materialId) : complete(materialId),
    );
    const paperReceived = view.materials.flatMap((m) => (m.isOnPaper ? [m.materialId] : []));
    return { type: 'CheckMaterials', taskId, checks, paperReceived };
  }
  const items = view.materials.flatMap(({ materialId, verdict }) =>
    verdict === undefined || verdict === 'complete' ? [] : [wrongOne(materialId)],
  );
  if (acts.has('RequestCorrection') && items.length > 0) {
    return { type: 'RequestCorrection', taskId, items };
  }
  if (!acts.has('AcceptCase')) return undefined;
  const accept = { type: 'AcceptCase', taskId, opinion: town.accepted };
  if (view.letter === undefined) return accept;
  if (turn.units.length === 0) return undefined;
  const toOrg = pick(turn.units, chanceOf(seed, view.number, 'unit'));
  return { ...accept, referral: { toOrg, manner: 'transfer', note: town.referral } };
}

const complete = (materialId: string) => ({ materialId, verdict: 'complete' });
const wrongOne = (materialId: string) => ({
  materialId,
  verdict: 'wrong',
  problem: town.missing,
  instruction: town.resubmit,
});

function handling(turn: Turn, acts: Acts): StaffAct | undefined {
  const { seed, view, taskId, duty } = turn;
  if (acts.has('DraftAnswer')) return { type: 'DraftAnswer', taskId, answer: answerOf(turn) };
  if (!acts.has('ApproveTask')) return undefined;
  const [target] = acts.get('ReturnTask')?.targets ?? [];
  const isReturned = view.letter === undefined && chanceOf(seed, view.number, 'return') < RETURN;
  const wasReturned = view.timeline.some(({ type }) => type === 'TaskReturned');
  if (target !== undefined && isReturned && !wasReturned && duty === 'decision') {
    const then = target.straightBack ? 'straight-back' : 'walk-again';
    return { type: 'ReturnTask', taskId, toStep: target.stepId, then, reason: town.returned };
  }
  const isRejected = chanceOf(seed, view.number, 'reject') < REJECTION;
  if (acts.has('RejectTask') && duty === 'decision' && isRejected && view.letter === undefined) {
    const basis = view.clocks.slice(0, 1).map((clock) => clock.basis);
    return { type: 'RejectTask', taskId, opinion: town.rejected, basis };
  }
  return { type: 'ApproveTask', taskId, opinion: town.agreed };
}

function answerOf({ view, now, officer }: Turn) {
  const [outcome] = view.letter?.results ?? [];
  const day = civilDate(instant(now));
  return {
    thanks: town.thanks,
    result: town.result.replace('{day}', day),
    ...(outcome === undefined ? {} : { outcome }),
    officerName: officer,
    officerPhone: '0999-8000100',
  };
}

function serving(view: CaseView, taskId: string, acts: Acts): StaffAct | undefined {
  if (!acts.has('ServeResult')) return undefined;
  return { type: 'ServeResult', taskId, method: 'counter', recipient: view.applicant.name };
}
