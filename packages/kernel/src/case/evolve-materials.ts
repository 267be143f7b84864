import type { FiledMaterial } from './filed-material.ts';
import type { MaterialState } from './state.ts';

/** A material as it was handed in now: verdict and problem of an earlier filing are gone. */
export function newMaterial(filed: FiledMaterial, earlier?: MaterialState): MaterialState {
  return {
    materialId: filed.materialId,
    pages: filed.pages,
    isOnPaper: filed.isOnPaper,
    isPaperReceived: false,
    ...(filed.heldFrom === undefined ? {} : { heldFrom: filed.heldFrom }),
    ...(filed.isCommitted === undefined ? {} : { isCommitted: filed.isCommitted }),
    filings: (earlier?.filings ?? 0) + 1,
  };
}
