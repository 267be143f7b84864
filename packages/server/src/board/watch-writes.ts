import type { CaseStore } from '../cases/index.ts';

/** The same store; says so when a command was written. */
export function watchWrites(store: CaseStore, onWritten: () => void): CaseStore {
  return {
    ...store,
    async write(change) {
      const outcome = await store.write(change);
      if (outcome === 'written') onWritten();
      return outcome;
    },
  };
}
