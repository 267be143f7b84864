import { randomUUID } from 'node:crypto';
import { createCaseStore } from '../packages/server/src/cases/index.ts';
import type { Database, Db } from '../packages/server/src/platform/db/index.ts';
import { acceptedCase, staffIn, type Office } from './accepted-case.ts';

/** Accepted cases that wait for their joint review, each to be walked once. */
export interface CaseSupply {
  /** Makes more until that many are there to be taken. */
  ensure(cases: number): Promise<void>;
  /** A case that nobody has touched; undefined when there is none left. */
  take(): string | undefined;
}

const writers = 8;

/**
 * Written through the product's own store, not over HTTP: what makes the cases is not measured.
 * All events of one case go in one write, as if the three commands had been one. Nobody is told of
 * them: thousands of notices and receipts would be made in the background of what is measured.
 */
export function createSupply(db: Database, office: Office): CaseSupply {
  const store = createCaseStore(withoutJobs(db), office.pack.tenant.id);
  const counter = staffIn(office.pack, 'zj-counter');
  const untouched: string[] = [];
  let made = 0;
  const add = async (): Promise<void> => {
    const caseId = randomUUID();
    made += 1;
    const number = `B${String(made).padStart(9, '0')}`;
    const { state: after, events } = acceptedCase(office, caseId, number);
    const written = await store.write({
      caseId,
      before: undefined,
      after,
      events,
      headHash: null,
      passwordHash: '',
      act: 'ReceiveCase',
      stepName: '',
      personId: counter.personId,
      context: office.contextFor(counter),
    });
    if (written !== 'written') throw new Error(`a new case was ${written}`);
    untouched.push(caseId);
  };
  return {
    take: () => untouched.pop(),
    async ensure(cases) {
      let missing = cases - untouched.length;
      const write = async (): Promise<void> => {
        while (missing > 0) {
          missing -= 1;
          await add();
        }
      };
      await Promise.all(Array.from({ length: writers }, write));
    },
  };
}

/** Where the jobs stand among the values of `write_case`, counted from the end. */
const JOBS = -4;

/** The same writes with an empty list of jobs. */
function withoutJobs(db: Db): Db {
  const quiet: Db = {
    query(statement) {
      if (typeof statement === 'string') throw new Error(`not a write of a case: ${statement}`);
      const { values = [] } = statement;
      if (!String(values.at(JOBS)).includes('follow-up')) throw new Error('where are the jobs?');
      return db.query({ ...statement, values: values.with(JOBS, '[]') });
    },
    tx: (work) => work(quiet),
  };
  return quiet;
}
