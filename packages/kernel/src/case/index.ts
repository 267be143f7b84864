export { acts, decide, type Outcome } from './decide.ts';
export { allowedActs, type AllowedAct } from './allowed-acts.ts';
export { capacityIn, type Capacity } from './capacity.ts';
export { certificateValidity } from './certificate-validity.ts';
export { evolve, replay } from './evolve.ts';
export {
  isSuspended,
  limitInputOf,
  readNodeClockId,
  ruleFor,
  STEP_RULE,
  WAIT_RULE,
} from './clocks.ts';
export { askedMaterials, requiredMaterials } from './materials.ts';
export { checkPage, type PageProblem } from './upload-rules.ts';
export { refusals, refuse, type Refusal, type RefusalCode } from './refusals.ts';
export { hasEnded, isUnderWay, runningClocks, runningProcedures } from './state.ts';
export type {
  CasePhase,
  CaseState,
  ClockState,
  DocumentState,
  FeeState,
  MaterialState,
  SpecialProcedureState,
} from './state.ts';
export { defaultPolicies } from './commands.ts';
export type {
  CaseContext,
  CasePolicies,
  Command,
  CommandOf,
  CommandType,
  ConditionData,
  PeopleDirectory,
} from './commands.ts';
export type {
  CaseEvent,
  CaseOutcome,
  Channel,
  ClockKind,
  DecisionOutcome,
  RefusalGround,
  FeeAdjustment,
  FeeLine,
  MaterialCheck,
  MaterialVerdict,
  Recorded,
} from './events.ts';
export type { FiledMaterial, FilePage } from './filed-material.ts';
export type {
  Audience,
  Carrier,
  CertificateDefinition,
  CommitmentDefinition,
  DeferralDefinition,
  DocumentMoment,
  HandlingMode,
  HandOutForm,
  ItemDefinition,
  ItemDigest,
  ItemPlace,
  Lifecycle,
  PartFiling,
  MaterialDefinition,
  SpecialProcedureDefinition,
  UploadRule,
} from './item.ts';
export type { ItemLimit } from './item-limit.ts';
export {
  actorRef,
  type Actor,
  type ActorRef,
  type Party,
  type PersonRef,
  type ProxyGrant,
} from './party.ts';
export { debtsOf } from './debt.ts';
export type { DebtCommand, DebtKind, DebtState, DebtStatus, DebtVerdict } from './debt.ts';
export type { Addressee, DeskCommand, HandOutState, ReadingState, UrgeState } from './desk.ts';
export type { Ending, EndingCommand } from './ending.ts';
export type { JointCommand, ParentRef, PartState, PartStatus, SubcasesState } from './joint.ts';
export { letterFields } from './letter.ts';
export { lightLevelOf, type LightLevel } from './light-level.ts';
export { isRight } from './lapses.ts';
export { isAccused, isAccusedName, isAccusedUnit } from './accused.ts';
export { isWithheld, LETTERS_OFFICE, publicationOf, SPECIAL_LETTERS } from './letters.ts';
export type {
  AnswerFinding,
  CallBack,
  DraftedAnswer,
  GivenAnswer,
  Investigation,
  ImportedLetter,
  LetterAnswer,
  LetterCommand,
  LetterDefinition,
  LetterEvent,
  LetterFiling,
  LetterKind,
  LetterLink,
  LetterMessage,
  LetterResult,
  LetterState,
  LinkRelation,
  Mediation,
  Publication,
  Referral,
  ReferralManner,
  ReferralState,
  ReopeningCause,
  Representative,
  Satisfaction,
  SupervisionState,
} from './letter.ts';
export { conditionData } from './joint-parts.ts';
export { isUnread, ownReadings, readingsOf } from './readings.ts';
export { ADMINISTRATORS } from './step-policies.ts';
export type { SigningCommand } from './signing.ts';
export { postAt, roleAddress, type RoleAddress } from './post-at.ts';
