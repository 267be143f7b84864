import type { CaseDeps, CaseDesk } from '../cases/index.ts';

export interface BoardDeps extends Pick<
  CaseDeps,
  'db' | 'tenantId' | 'clock' | 'directory' | 'statutes'
> {
  readonly desk: Pick<CaseDesk, 'readerKeys'>;
}
