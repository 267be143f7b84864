import type { DebtView } from '@yichuang/contracts';
import { emptyFor, sentMaterials, type HandedInById } from '../../counter/handed-in.ts';
import type { ActSubject, CommandOf, Problems } from '../act.ts';

export interface SupplyMaterialsValues {
  readonly materials: HandedInById;
}

/** What may come later and has not come yet. */
export function owedMaterials({ view }: ActSubject): readonly DebtView[] {
  return view.debts.filter(({ kind, status }) => kind === 'deferred-material' && status === 'owed');
}

export function toForm(subject: ActSubject): SupplyMaterialsValues {
  return { materials: emptyFor(owedMaterials(subject).map(({ materialId }) => materialId)) };
}

export function toCommand({ materials }: SupplyMaterialsValues): CommandOf<'SupplyMaterials'> {
  return { type: 'SupplyMaterials', materials: sentMaterials(materials) };
}

export function problemsOf(values: SupplyMaterialsValues): Problems {
  const { materials } = toCommand(values);
  return materials.length > 0 ? {} : { materials: { key: 'act.SubmitCorrection.none' } };
}
