/** What a part of a joint case is filed with, out of the whole's filing. Pure. */
import {
  debtsOf,
  type CaseState,
  type FiledMaterial,
  type MaterialState,
  type PartFiling,
} from '@yichuang/kernel/case';
import type { FormData, FormValue } from '@yichuang/kernel/form';

/** What an expression sees of a part that was concluded before: `results.registration.number`. */
export interface PartResult {
  readonly outcome: 'granted' | 'denied';
  /** Of its certificate, where it issued one. */
  readonly number: string | null;
  readonly decidedOn: string | null;
}

export interface FiledPart {
  readonly form: FormData;
  readonly materials: readonly FiledMaterial[];
  /** What the whole's acceptance allowed to come later. */
  readonly deferred: readonly { readonly materialId: string; readonly days: number }[];
}

export type EvaluateOver = (
  expression: string,
  scope: Readonly<Record<string, unknown>>,
) => unknown;

export function filePart(
  whole: CaseState,
  filing: PartFiling,
  results: Readonly<Record<string, PartResult>>,
  evaluate: EvaluateOver,
): FiledPart {
  const scope = { ...whole.form, results };
  const form = Object.entries(filing.form).flatMap(([field, expression]) => {
    const value = evaluate(expression, scope);
    return isFormValue(value) && value !== null ? [[field, value] as const] : [];
  });
  const owed = debtsOf(whole).filter(
    ({ kind, status }) => kind === 'deferred-material' && status === 'owed',
  );
  return {
    form: Object.fromEntries(form),
    materials: Object.entries(filing.materials).flatMap(([own, shared]) => {
      const material = whole.materials[shared];
      return material === undefined ? [] : [handedOver(own, material)];
    }),
    deferred: Object.entries(filing.materials).flatMap(([own, shared]) => {
      const debt = owed.find(({ materialId }) => materialId === shared);
      return debt === undefined ? [] : [{ materialId: own, days: debt.days }];
    }),
  };
}

/** One upload serves every part: the pages are the whole's, under the part's own name for them. */
export function handedOver(materialId: string, material: MaterialState): FiledMaterial {
  const { pages, isOnPaper, heldFrom, isCommitted } = material;
  return {
    materialId,
    pages,
    isOnPaper,
    ...(heldFrom === undefined ? {} : { heldFrom }),
    ...(isCommitted === undefined ? {} : { isCommitted }),
  };
}

function isFormValue(value: unknown): value is FormValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
