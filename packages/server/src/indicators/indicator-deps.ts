import type { CountSource } from './count-source.ts';
import type { FigureDeps } from './figure-deps.ts';

export interface IndicatorDeps extends FigureDeps {
  readonly sources: readonly CountSource[];
}
