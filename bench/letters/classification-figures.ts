import type { Validation } from '../../packages/server/src/insight/index.ts';

export interface ClassificationFigures {
  readonly letters: number;
  /** Learning from all of them, on one core, with what it takes to know how sure to be. */
  readonly trainSeconds: number;
  /** What of it the process computed: others may share the cores. */
  readonly trainCpuSeconds: number;
  /** The most memory that the process had after training, and before it read the letters. */
  readonly peakMiB: number;
  readonly startMiB: number;
  readonly modelMiB: number;
  readonly perLetterMs: { readonly p50: number; readonly p95: number };
  /** The same with the words that spoke for the label. */
  readonly withReasonsMs: { readonly p50: number; readonly p95: number };
  readonly validation: Validation;
}

export const folds = 5;
export const seed = 2020;
