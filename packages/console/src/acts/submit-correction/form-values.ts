import type { FilePage } from '@yichuang/kernel/case';
import type { MaterialView } from '@yichuang/contracts';
import type { ActSubject, CommandOf, Problems } from '../act.ts';

export interface HandedIn {
  readonly pages: readonly FilePage[];
  readonly isOnPaper: boolean;
}

export interface SubmitCorrectionValues {
  readonly materials: Readonly<Record<string, HandedIn>>;
}

/** What the last notice asked for: everything that was marked missing or wrong. */
export function askedFor(subject: ActSubject): readonly MaterialView[] {
  return subject.view.materials.filter(
    ({ verdict }) => verdict === 'missing' || verdict === 'wrong',
  );
}

export function toForm(subject: ActSubject): SubmitCorrectionValues {
  const empty = askedFor(subject).map(
    ({ materialId }) => [materialId, { pages: [], isOnPaper: false }] as const,
  );
  return { materials: Object.fromEntries(empty) };
}

export function toCommand(values: SubmitCorrectionValues): CommandOf<'SubmitCorrection'> {
  const materials = Object.entries(values.materials)
    .filter(([, given]) => given.pages.length > 0 || given.isOnPaper)
    .map(([materialId, given]) => ({
      materialId,
      pages: given.pages.map(({ sha256, name }) => ({ sha256, name })),
      isOnPaper: given.isOnPaper,
    }));
  return { type: 'SubmitCorrection', materials, form: {} };
}

export function problemsOf(values: SubmitCorrectionValues): Problems {
  const { materials } = toCommand(values);
  return materials.length > 0 ? {} : { materials: { key: 'act.SubmitCorrection.none' } };
}
