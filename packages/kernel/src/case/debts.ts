/** How debts come to be, when their clocks run, and what stands in the way of a grant. */
import { civilDate } from '../time/index.ts';
import { startClock } from './clocks.ts';
import type { CaseContext, CommandOf } from './commands.ts';
import { debtsOf, type DebtState } from './debt.ts';
import type { ItemDefinition, MaterialDefinition } from './item.ts';
import { askedMaterials } from './materials.ts';
import type { Proceeding } from './proceeding.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { CaseState } from './state.ts';

/** 容缺材料补交, a local rule; the amount is what was given at acceptance. */
const DEFERRAL_RULE = 'ZW-RQ';
/** 承诺核查 after the decision; the amount is the item's. */
const CHECK_RULE = 'ZW-HC';

type Deferred = NonNullable<CommandOf<'AcceptCase'>['deferred']>;

/** At acceptance: what may come later, and what was promised in writing. */
export function incurDebts(p: Proceeding, deferred: Deferred): void {
  for (const material of askedMaterials(p.context.item, p.state().form)) {
    const days = deferred.find(({ materialId }) => materialId === material.id)?.days;
    if (days !== undefined && material.deferral !== undefined) {
      startDebtClock(p, incur(p, 'deferred-material', material, days, material.deferral));
    } else if (
      p.state().materials[material.id]?.isCommitted === true &&
      material.commitment &&
      !isForParts(p.context.item, material.id)
    ) {
      incur(p, 'commitment', material, material.commitment.checkDays, material.commitment);
    }
  }
}

/** What is promised for a part of a joint case is checked there, by whoever decides on it. */
function isForParts({ partFilings = {} }: ItemDefinition, materialId: string): boolean {
  return Object.values(partFilings).some(({ materials }) =>
    Object.values(materials).includes(materialId),
  );
}

function incur(
  p: Proceeding,
  kind: DebtState['kind'],
  { id: materialId, name }: MaterialDefinition,
  days: number,
  { consequence }: { readonly consequence: string },
): string {
  const debtId = `b${debtsOf(p.state()).length + 1}`;
  p.emit({ type: 'DebtIncurred', debtId, kind, materialId, name, days, consequence });
  return debtId;
}

/** A commitment is checked after the decision that rests on it (事中事后核查). */
export function startCommitmentChecks(p: Proceeding): void {
  for (const { debtId, kind, status } of debtsOf(p.state())) {
    if (kind === 'commitment' && status === 'owed') startDebtClock(p, debtId);
  }
}

/** 容缺受理: only what may be owed, not longer than it may, and nothing else is missing. */
export function checkDeferrals(
  state: CaseState,
  { deferred = [] }: CommandOf<'AcceptCase'>,
  { item }: CaseContext,
): Refusal[] {
  const asked = askedMaterials(item, state.form).filter(
    ({ id, necessity }) =>
      necessity === 'deferrable' && state.materials[id]?.verdict !== 'complete',
  );
  const refused = deferred.flatMap(({ materialId, days }): Refusal[] => {
    const material = asked.find(({ id }) => id === materialId);
    const most = material?.deferral?.days;
    if (material === undefined || most === undefined) {
      return [refuse('deferral-not-possible', { material: nameOf(item, materialId) })];
    }
    const isInBounds = Number.isInteger(days) && days >= 1 && days <= most;
    return isInBounds ? [] : [refuse('deferral-too-long', { material: material.name, most })];
  });
  const missing = asked.filter(({ id }) => !deferred.some((d) => d.materialId === id));
  return [
    ...refused,
    ...missing.map(({ name }) => refuse('material-not-acceptable', { material: name })),
  ];
}

function nameOf({ materials }: ItemDefinition, materialId: string): string {
  return materials.find(({ id }) => id === materialId)?.name ?? materialId;
}

export function startDebtClock(p: Proceeding, debtId: string): void {
  const debt = p.state().debts?.[debtId];
  if (debt === undefined) throw new Error(`no debt ${debtId}`);
  startClock(p, {
    clockId: debtClockId(debtId, (debt.supplies ?? 0) + 1),
    kind: 'debt',
    ruleId: debt.kind === 'commitment' ? CHECK_RULE : DEFERRAL_RULE,
    from: civilDate(p.context.at),
    amount: debt.days,
  });
}

function debtClockId(debtId: string, turn: number): string {
  return `debt:${debtId}#${turn}`;
}

/** Deferred materials that have not been handed in and found good: nothing is granted before. */
export function outstandingDebts(state: CaseState): DebtState[] {
  return debtsOf(state).filter(
    ({ kind, status }) => kind === 'deferred-material' && status !== 'kept',
  );
}

export function isUnsettled({ status }: DebtState): boolean {
  return status === 'owed' || status === 'supplied';
}
