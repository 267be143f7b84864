export { acts, decide, type Outcome } from './decide.ts';
export { allowedActs, type AllowedAct } from './allowed-acts.ts';
export { certificateValidity } from './certificate-validity.ts';
export { evolve, replay } from './evolve.ts';
export { isSuspended, limitInputOf, ruleFor, STEP_RULE } from './clocks.ts';
export { askedMaterials, requiredMaterials } from './materials.ts';
export { checkPage, type PageProblem } from './upload-rules.ts';
export { refusals, refuse, type Refusal, type RefusalCode } from './refusals.ts';
export { hasEnded, runningClocks, runningProcedures } from './state.ts';
export type {
  CasePhase,
  CaseState,
  ClockState,
  DocumentState,
  FeeState,
  MaterialState,
  SpecialProcedureState,
} from './state.ts';
export type { CaseContext, CasePolicies, Command, CommandOf, CommandType } from './commands.ts';
export type {
  CaseEvent,
  CaseOutcome,
  Channel,
  ClockKind,
  FeeAdjustment,
  FeeLine,
  FiledMaterial,
  FilePage,
  MaterialCheck,
  MaterialVerdict,
  Recorded,
} from './events.ts';
export type {
  Audience,
  Carrier,
  CertificateDefinition,
  DocumentMoment,
  HandlingMode,
  ItemDefinition,
  ItemDigest,
  ItemLimit,
  ItemPlace,
  MaterialDefinition,
  SpecialProcedureDefinition,
  UploadRule,
} from './item.ts';
export { actorRef, type Actor, type ActorRef, type Party } from './party.ts';
export { postAt, roleAddress, type RoleAddress } from './post-at.ts';
