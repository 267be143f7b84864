import { civilDate } from '../../time/index.ts';
import type { CaseContext, CommandOf } from '../commands.ts';
import { debtsOf, type DebtState } from '../debt.ts';
import { isUnsettled } from '../debts.ts';
import { hasCapability, isApplicant } from '../permissions.ts';
import { refuse, type Refusal } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import type { Act } from './act.ts';
import { checkMaterialFiles, isHandedIn } from './receive-case.ts';

/** 补交: what was allowed to come later comes; also in place of a commitment. */
export const supplyMaterials: Act<'SupplyMaterials'> = {
  type: 'SupplyMaterials',
  isForTask: false,
  permit(state, context) {
    if (!isApplicant(state, context) && !hasCapability(context, 'file-on-behalf')) {
      return refuse('not-your-case');
    }
    return owed(state).length > 0 ? undefined : refuse('nothing-owed');
  },
  check: (state, command, { item }) => [
    ...unasked(state, command, item),
    ...checkMaterialFiles(command.materials, item),
  ],
  perform(p, { materials }) {
    const ids = new Set(materials.map(({ materialId }) => materialId));
    p.emit({
      type: 'MaterialsSupplied',
      suppliedOn: civilDate(p.context.at),
      materials,
      debtIds: owed(p.state())
        .filter(({ materialId }) => ids.has(materialId))
        .map(({ debtId }) => debtId),
    });
  },
};

/** While the case lives, or its grant does: a case that ended otherwise is owed nothing. */
export function owed(state: CaseState): DebtState[] {
  const isOver = state.outcome !== undefined && state.outcome !== 'granted';
  return isOver || state.decision?.outcome === 'denied' ? [] : debtsOf(state).filter(isUnsettled);
}

function unasked(
  state: CaseState,
  { materials }: CommandOf<'SupplyMaterials'>,
  item: CaseContext['item'],
): Refusal[] {
  if (materials.length === 0) return [refuse('nothing-owed')];
  const ids = new Set(owed(state).map(({ materialId }) => materialId));
  return materials.flatMap((material) => {
    const name =
      item.materials.find(({ id }) => id === material.materialId)?.name ?? material.materialId;
    if (!ids.has(material.materialId)) return [refuse('material-unknown', { material: name })];
    const isThere = isHandedIn(material) && material.isCommitted === undefined;
    return isThere ? [] : [refuse('material-missing', { material: name })];
  });
}
