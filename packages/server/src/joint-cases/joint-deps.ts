import type { CaseDeps, CaseStore } from '../cases/index.ts';

export interface JointDeps extends CaseDeps {
  readonly cases: CaseStore;
}

/** Under which the system opens, ends and joins the parts of a joint case. */
export const JOINT_RULE = 'joint-case';
