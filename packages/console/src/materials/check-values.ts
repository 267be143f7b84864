/** Verdicts on materials as they stand on the screen, and what of them the server does not know. */
import type { CaseView, MaterialView, StaffCommand } from '@yichuang/contracts';
import type { MaterialVerdict } from '@yichuang/kernel/case';

export interface CheckValue {
  readonly verdict: MaterialVerdict | undefined;
  readonly problem: string;
  readonly instruction: string;
  readonly isPaperReceived: boolean;
}

export type CheckValues = Readonly<Record<string, CheckValue>>;
type CheckMaterials = Extract<StaffCommand, { readonly type: 'CheckMaterials' }>;
type MaterialCheck = CheckMaterials['checks'][number];

export function toCheckValues(materials: readonly MaterialView[]): CheckValues {
  return Object.fromEntries(materials.map((material) => [material.materialId, stored(material)]));
}

/** Verdicts given here win over the server's; materials filed anew are to be looked at again. */
export function mergeChecks(typed: CheckValues, materials: readonly MaterialView[]): CheckValues {
  return { ...toCheckValues(materials), ...typed };
}

export function setVerdict(value: CheckValue, verdict: MaterialVerdict): CheckValue {
  if (verdict !== 'complete') return { ...value, verdict };
  return { ...value, verdict, problem: '', instruction: '' };
}

/** All but what may come later and has not come: that is not complete, it is deferred (容缺). */
export function setAllComplete(
  values: CheckValues,
  materials: readonly MaterialView[] = [],
): CheckValues {
  const awaited = new Set(materials.filter(isAwaited).map(({ materialId }) => materialId));
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      awaited.has(id) ? value : setVerdict(value, 'complete'),
    ]),
  );
}

function isAwaited({ necessity, pages, isOnPaper }: MaterialView): boolean {
  return necessity === 'deferrable' && pages.length === 0 && !isOnPaper;
}

/** Every verdict given, in the order of the list, as a command carries it. */
export function toChecks(values: CheckValues, view: Pick<CaseView, 'materials'>): MaterialCheck[] {
  return view.materials.flatMap(({ materialId }) => {
    const value = values[materialId];
    return value?.verdict === undefined ? [] : [toCheck(materialId, value)];
  });
}

/** What has to be saved: verdicts that differ from the server's, and paper newly checked off. */
export function changedChecks(
  values: CheckValues,
  view: Pick<CaseView, 'materials'>,
): Pick<CheckMaterials, 'checks' | 'paperReceived'> {
  const changed = view.materials.filter((material) => {
    const value = values[material.materialId];
    return value?.verdict !== undefined && !isSame(value, stored(material));
  });
  const paper = view.materials.filter(
    (material) =>
      !material.isPaperReceived && values[material.materialId]?.isPaperReceived === true,
  );
  return {
    checks: toChecks(values, { materials: changed }),
    paperReceived: paper.map((material) => material.materialId),
  };
}

export function hasChanges(values: CheckValues, view: Pick<CaseView, 'materials'>): boolean {
  const { checks, paperReceived } = changedChecks(values, view);
  return checks.length > 0 || paperReceived.length > 0;
}

/** Required materials that are not marked complete: with any of these a case is not acceptable. */
export function unacceptable(
  values: CheckValues,
  view: Pick<CaseView, 'materials'>,
): MaterialView[] {
  return view.materials.filter(
    ({ materialId, necessity }) =>
      necessity === 'required' && values[materialId]?.verdict !== 'complete',
  );
}

/** Materials marked missing or wrong. */
export function faulty(values: CheckValues, view: Pick<CaseView, 'materials'>): MaterialView[] {
  return view.materials.filter(({ materialId }) => {
    const verdict = values[materialId]?.verdict;
    return verdict === 'missing' || verdict === 'wrong';
  });
}

export function countChecked(values: CheckValues, view: Pick<CaseView, 'materials'>): number {
  return view.materials.filter((m) => values[m.materialId]?.verdict !== undefined).length;
}

function stored(material: MaterialView): CheckValue {
  return {
    verdict: material.verdict,
    problem: material.problem ?? '',
    instruction: material.instruction ?? '',
    isPaperReceived: material.isPaperReceived,
  };
}

function isSame(a: CheckValue, b: CheckValue): boolean {
  return a.verdict === b.verdict && a.problem === b.problem && a.instruction === b.instruction;
}

function toCheck(materialId: string, value: CheckValue): MaterialCheck {
  const verdict = value.verdict ?? 'complete';
  if (verdict === 'complete') return { materialId, verdict };
  const instruction = value.instruction.trim();
  return {
    materialId,
    verdict,
    problem: value.problem.trim(),
    ...(instruction === '' ? {} : { instruction }),
  };
}
