/** Amounts in fen, how they are written, and fees that are computed from published standards. */
export type { Fen, Quantity } from './fen.ts';
export { addFen, fen, multiplyFen, percentOfFen } from './fen.ts';
export { chineseFen, formatFen } from './format.ts';
export type {
  FeeAssessment,
  FeeExemption,
  FeeLine,
  FeeStandard,
  FeeTier,
  FixedFee,
  PerUnitFee,
  TieredFee,
} from './fee.ts';
export { assessFee } from './fee.ts';
