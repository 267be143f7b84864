import type { CaseDeps, CaseStore, FormSealer } from '../cases/index.ts';
import type { Persons } from '../people/index.ts';
import type { RefusalRegistry } from '../platform/refusal.ts';

export interface LetterImportDeps extends CaseDeps {
  readonly cases: CaseStore;
  readonly sealer: FormSealer;
  readonly persons: Pick<Persons, 'recordNameless'>;
  /** For what the kernel says of a row. */
  readonly refusals: RefusalRegistry;
}
