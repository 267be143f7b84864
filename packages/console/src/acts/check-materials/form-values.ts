import { changedChecks, faulty, hasChanges } from '../../materials/check-values.ts';
import { taskOf, type ActSubject, type CommandOf, type Problems } from '../act.ts';

/** The verdicts are on the screen's middle, beside the materials; the panel types nothing. */
export type CheckMaterialsValues = Readonly<Record<never, never>>;

export function toForm(): CheckMaterialsValues {
  return {};
}

export function toCommand(
  _values: CheckMaterialsValues,
  subject: ActSubject,
): CommandOf<'CheckMaterials'> {
  return {
    type: 'CheckMaterials',
    taskId: taskOf(subject),
    ...changedChecks(subject.checks, subject.view),
  };
}

export function problemsOf(_values: CheckMaterialsValues, subject: ActSubject): Problems {
  if (!hasChanges(subject.checks, subject.view)) {
    return { items: { key: 'act.CheckMaterials.none' } };
  }
  const wordless = faulty(subject.checks, subject.view).find(
    ({ materialId }) => (subject.checks[materialId]?.problem ?? '').trim() === '',
  );
  return wordless === undefined
    ? {}
    : { items: { key: 'act.RequestCorrection.wordless', params: { name: wordless.name } } };
}
