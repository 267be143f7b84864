import type { MaterialView } from '@yichuang/contracts';
import { emptyFor, sentMaterials, type HandedInById } from '../../counter/handed-in.ts';
import type { ActSubject, CommandOf, Problems } from '../act.ts';

export interface SubmitCorrectionValues {
  readonly materials: HandedInById;
}

/** What the last notice asked for: everything that was marked missing or wrong. */
export function askedFor(subject: ActSubject): readonly MaterialView[] {
  return subject.view.materials.filter(
    ({ verdict }) => verdict === 'missing' || verdict === 'wrong',
  );
}

export function toForm(subject: ActSubject): SubmitCorrectionValues {
  return { materials: emptyFor(askedFor(subject).map(({ materialId }) => materialId)) };
}

export function toCommand({ materials }: SubmitCorrectionValues): CommandOf<'SubmitCorrection'> {
  return { type: 'SubmitCorrection', materials: sentMaterials(materials), form: {} };
}

export function problemsOf(values: SubmitCorrectionValues): Problems {
  const { materials } = toCommand(values);
  return materials.length > 0 ? {} : { materials: { key: 'act.SubmitCorrection.none' } };
}
