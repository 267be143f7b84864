import type { CaseDeps } from '../cases/index.ts';

export type FigureDeps = Pick<
  CaseDeps,
  'db' | 'tenantId' | 'clock' | 'statutes' | 'directory' | 'findItem'
>;
