import type { LegalBasis } from '../time/index.ts';
import type { STEP_DUTIES } from '../words/index.ts';

/**
 * A flow is a tree. Every split owns its join, so no token can be lost and "return to step X" has
 * one meaning. Flows are data: they live in packs and are checked by {@link lintFlow}.
 */
export type FlowNode =
  StepNode | SequenceNode | ChoiceNode | ParallelNode | SubcasesNode | AutomaticNode | WaitNode;

interface NodeBase {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string;
}

/**
 * What the law lets a step do: only an intake step accepts, only a decision step decides. A filing
 * step 发起 is the applicant's own part of an internal approval: a return opens it again.
 */
export type StepDuty = (typeof STEP_DUTIES)[number];

/** How many of a step's posts must agree. With `one`, the posts share a single task. */
export type Agreement =
  | { readonly rule: 'one' }
  | { readonly rule: 'any'; readonly rejectCounts: 'at-once' | 'when-all' }
  | { readonly rule: 'all'; readonly rejectCounts: 'at-once' | 'hear-all' }
  | { readonly rule: 'in-turn' }
  | {
      readonly rule: 'vote';
      /** Share of the frozen denominator that carries the vote, 0 < share ≤ 1. */
      readonly share: number;
      /** true: more than the share; false: the share suffices. */
      readonly isStrict: boolean;
      readonly weights?: Readonly<Record<string, number>>;
    };

/** What follows a negative outcome of a step (驳回), which is not a return (退回). */
export type OnReject =
  | { readonly then: 'deny' }
  | { readonly then: 'continue' }
  | { readonly then: 'return'; readonly to: string };

/** What the system does where people cannot; each is an act of the system with its rule named. */
export interface StepPolicies {
  /** The only qualified person approved an earlier step of this walk: not asked again. */
  readonly samePerson?: 'skip';
  /** The applicant is the only holder; without this the task goes to the administrators. */
  readonly applicantHolds?:
    { readonly then: 'skip' } | { readonly then: 'post'; readonly post: string };
  /** Nobody holds the post; without this the administrators. It never means approved. */
  readonly nobody?: { readonly post: string };
  /** The step's limit has run out. */
  readonly timeOut?:
    { readonly then: 'approve' | 'reject' } | { readonly then: 'post'; readonly post: string };
  readonly timeOutBasis?: LegalBasis;
}

/** How long a step may take. */
export interface StepLimit {
  readonly amount: number;
  readonly unit: 'WD' | 'CD';
  /**
   * A field of the form that states the amount for this case (反馈期限), in the same unit; `amount`
   * holds where it is empty or no whole number above 0.
   */
  readonly amountField?: string;
}

/** 职责分离: who has no say at a step; see `isApart`. */
export interface Apartness {
  /** Whoever signed one of these steps, or holds a post of theirs. */
  readonly steps?: readonly string[];
  /** Whoever belongs to the unit that this field of the form names. */
  readonly unit?: string;
  /** Whoever this field of the form names. */
  readonly person?: string;
}

/** 必办: see `StepNode.binding`. */
export interface Binding {
  /** Field of the form with the unit that the task never leaves. */
  readonly within?: string;
}

export interface StepNode extends NodeBase {
  readonly kind: 'step';
  readonly duty: StepDuty;
  /** Post ids. Whoever holds a post when acting may act; none at a filing step. */
  readonly posts: readonly string[];
  readonly agreement: Agreement;
  /** An approval without words is refused, also in a batch. */
  readonly opinion?: 'required';
  readonly policies?: StepPolicies;
  readonly limit?: StepLimit;
  /** It is done or answered: whoever has it can neither reject nor return it. */
  readonly binding?: Binding;
  readonly apartFrom?: Apartness;
  readonly onReject?: OnReject;
  readonly form?: StepForm;
  /** 廉政风险点: what could go wrong here and what guards against it. */
  readonly riskPoint?: { readonly level: 'high' | 'middle' | 'low'; readonly measure: string };
}

/** Form fields this step may write; every other field is read-only, hidden ones not shown. */
export interface StepForm {
  readonly write?: readonly string[];
  readonly hide?: readonly string[];
  /** Fields without which the step is not approved, as far as they are asked. */
  readonly require?: readonly string[];
  /** Materials of the item that this step may hand in with the form. */
  readonly attach?: readonly string[];
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  readonly children: readonly FlowNode[];
}

export interface ChoiceNode extends NodeBase {
  readonly kind: 'choice';
  /** The first branch whose FEEL condition holds; exactly one branch has none: the default. */
  readonly branches: readonly Branch[];
}

export interface ParallelNode extends NodeBase {
  readonly kind: 'parallel';
  /** Every branch without a condition or whose condition holds. */
  readonly branches: readonly Branch[];
}

export interface Branch {
  readonly id: string;
  readonly when?: string;
  readonly node: FlowNode;
}

/** 联办: one case per department, each with its own clock inside the parent's. */
export interface SubcasesNode extends NodeBase {
  readonly kind: 'subcases';
  readonly parts: readonly SubcasePart[];
}

export interface SubcasePart {
  readonly id: string;
  readonly itemCode: string;
  readonly name?: string;
  /** FEEL: only where it holds; without it always. */
  readonly when?: string;
  /** Parts that have to be concluded first; none: at once. */
  readonly after?: readonly string[];
}

export type AutomaticAction =
  | { readonly action: 'assess-fee' }
  | { readonly action: 'issue-document'; readonly template: string }
  | { readonly action: 'issue-certificate' }
  /** 抄送: to read, never to decide. */
  | { readonly action: 'copy'; readonly posts: readonly string[] };

export interface AutomaticNode extends NodeBase {
  readonly kind: 'automatic';
  readonly does: AutomaticAction;
}

export interface WaitNode extends NodeBase {
  readonly kind: 'wait';
  readonly until: 'payment' | 'special-procedure-ended' | 'message' | 'time';
  /** How long, for `time`. */
  readonly limit?: { readonly amount: number; readonly unit: 'WD' | 'CD' };
  /** What is waited for, for `message`. */
  readonly messageName?: string;
}

/** The tree that runs, and the one entered after a decision of refusal (usually its service). */
export interface FlowDefinition {
  readonly main: FlowNode;
  readonly denied?: FlowNode;
}
