/** What is wrong with a flow, by element. The text belongs to the message files. */
export interface FlowProblem {
  readonly code: FlowProblemCode;
  readonly nodeId: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type FlowProblemCode =
  | 'bad-id'
  | 'duplicate-id'
  | 'empty-sequence'
  | 'choice-needs-one-default'
  | 'split-needs-two-branches'
  | 'duplicate-branch'
  | 'bad-condition'
  | 'step-without-post'
  | 'duplicate-post'
  | 'unknown-post'
  | 'unknown-field'
  | 'apart-from-unknown-step'
  | 'bad-vote-share'
  | 'bad-vote-weight'
  | 'bad-limit'
  | 'return-target-not-earlier'
  | 'no-intake'
  | 'no-decision'
  | 'intake-not-first'
  | 'reject-at-intake'
  | 'one-person-duty'
  | 'decision-in-parallel'
  | 'delivery-before-decision'
  | 'duty-after-decision'
  | 'duty-after-denial'
  | 'reject-after-decision'
  | 'reject-must-deny'
  | 'payment-without-assessment'
  | 'certificate-before-decision'
  | 'certificate-before-payment'
  | 'unknown-part'
  | 'cyclic-parts'
  | 'wait-without-limit'
  | 'copy-without-post'
  | 'policy-decides'
  | 'time-out-without-limit'
  | 'time-out-without-basis'
  | 'licensing-node'
  | 'no-filing'
  | 'filing-not-first'
  | 'filing-is-the-applicants'
  | 'filing-in-a-licence'
  | 'licensing-duty'
  | 'denied-without-licence';

export function problem(
  code: FlowProblemCode,
  nodeId: string,
  params?: Readonly<Record<string, string | number>>,
): FlowProblem {
  return params === undefined ? { code, nodeId } : { code, nodeId, params };
}
