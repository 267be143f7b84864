import type { CaseDeps, CaseStore } from '../cases/index.ts';

export interface JointDeps extends CaseDeps {
  readonly cases: CaseStore;
  /** Of a case's query password, for its store. */
  readonly passwordHashOf: (caseId: string) => string;
  readonly nextCaseNumber: () => Promise<string>;
}

/** Under which the system opens, ends and joins the parts of a joint case. */
export const JOINT_RULE = 'joint-case';
