import type { DebtView } from '@yichuang/contracts';
import type { ActSubject, CommandOf, Problems } from '../act.ts';
import { toCommand as toCorrection, type HandedIn } from '../submit-correction/form-values.ts';

export interface SupplyMaterialsValues {
  readonly materials: Readonly<Record<string, HandedIn>>;
}

/** What may come later and has not come yet. */
export function owedMaterials({ view }: ActSubject): readonly DebtView[] {
  return view.debts.filter(({ kind, status }) => kind === 'deferred-material' && status === 'owed');
}

export function toForm(subject: ActSubject): SupplyMaterialsValues {
  const empty = owedMaterials(subject).map(
    ({ materialId }) => [materialId, { pages: [], isOnPaper: false }] as const,
  );
  return { materials: Object.fromEntries(empty) };
}

export function toCommand({ materials }: SupplyMaterialsValues): CommandOf<'SupplyMaterials'> {
  return { type: 'SupplyMaterials', materials: toCorrection({ materials }).materials };
}

export function problemsOf(values: SupplyMaterialsValues): Problems {
  const { materials } = toCommand(values);
  return materials.length > 0 ? {} : { materials: { key: 'act.SubmitCorrection.none' } };
}
