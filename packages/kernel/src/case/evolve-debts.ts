/** Folds what the applicant owes, hands in later, and keeps or breaks. */
import type { DebtEvent, DebtState } from './debt.ts';
import type { Recorded } from './events.ts';
import { newMaterial } from './evolve-materials.ts';
import type { CaseState, MaterialState } from './state.ts';

export function evolveDebts(state: CaseState, event: DebtEvent, recorded: Recorded): CaseState {
  switch (event.type) {
    case 'DebtIncurred': {
      const { type: _type, ...debt } = event;
      return withDebt(state, { ...debt, status: 'owed', incurredAt: recorded.at });
    }
    case 'MaterialsSupplied': {
      const materials = event.materials.reduce<Record<string, MaterialState>>(
        (all, filed) => ({ ...all, [filed.materialId]: newMaterial(filed, all[filed.materialId]) }),
        { ...state.materials },
      );
      return event.debtIds.reduce<CaseState>(
        (after, debtId) => {
          const debt = debtOf(after, debtId);
          return withDebt(after, {
            ...debt,
            status: 'supplied',
            supplies: (debt.supplies ?? 0) + 1,
          });
        },
        { ...state, materials },
      );
    }
    case 'DebtSettled':
      return settle(state, event, recorded);
    case 'DebtLapsed':
      return withDebt(state, { ...debtOf(state, event.debtId), lapsedAt: recorded.at });
  }
}

function settle(
  state: CaseState,
  event: Extract<DebtEvent, { type: 'DebtSettled' }>,
  { at, by }: Recorded,
): CaseState {
  const debt = debtOf(state, event.debtId);
  const note = { note: event.note, ...(event.basis === undefined ? {} : { basis: event.basis }) };
  if (event.verdict === 'insufficient') {
    const { lapsedAt: _lapsed, ...anew } = debt;
    return withDebt(state, { ...anew, ...note, status: 'owed' });
  }
  const settled = withDebt(state, {
    ...debt,
    ...note,
    status: event.verdict,
    settledAt: at,
    settledBy: by.name,
  });
  const material = state.materials[debt.materialId];
  if (event.verdict !== 'kept' || material === undefined) return settled;
  const { problem: _p, instruction: _i, ...found } = material;
  return {
    ...settled,
    materials: { ...state.materials, [debt.materialId]: { ...found, verdict: 'complete' } },
  };
}

function debtOf(state: CaseState, debtId: string): DebtState {
  const debt = state.debts?.[debtId];
  if (debt === undefined) throw new Error(`case ${state.caseId} has no debt ${debtId}`);
  return debt;
}

function withDebt(state: CaseState, debt: DebtState): CaseState {
  return { ...state, debts: { ...state.debts, [debt.debtId]: debt } };
}
