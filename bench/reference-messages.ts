/** What the bench and its reference processes tell each other (node:child_process fork). */
import type { StepPlan } from './step-plan.ts';

export interface ReferenceSetup {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly plan: StepPlan;
}

export interface LoopOrder {
  readonly clients: number;
  readonly seconds: number;
  readonly caseIds: readonly string[];
}

export interface LoopResult {
  readonly statements: number;
  readonly seconds: number;
}
