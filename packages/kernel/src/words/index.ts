/**
 * Words that packs, requests and screens choose from: each list once. What a word means stands at
 * the type that is made of the list. Imports nothing, so that a page that only offers a choice
 * does not load the decisions behind it.
 */

export const LIGHTS = ['green', 'yellow', 'red', 'grey'] as const;

export const STEP_DUTIES = ['filing', 'intake', 'review', 'decision', 'delivery', 'task'] as const;

export const CASE_PHASES = [
  'received',
  'correction-pending',
  'accepted',
  'acceptance-refused',
  'decided',
  'concluded',
  'archived',
  'withdrawn',
  'in-progress',
  'terminated',
  'voided',
  'revoked',
] as const;

export const CHANNELS = [
  'online',
  'counter',
  'post',
  'visit',
  'phone',
  'hotline',
  'superior',
] as const;

export const CLOCK_KINDS = [
  'statutory',
  'committed',
  'correction',
  'service',
  'step',
  'opinion',
  'debt',
  'wait',
  'registration',
  'acceptance',
  'objection',
  'follow-up',
  'rectification',
  'review',
] as const;

export const MATERIAL_VERDICTS = ['complete', 'missing', 'wrong'] as const;

export const PAYMENT_METHODS = ['cash', 'transfer', 'wire', 'card', 'online'] as const;

export const REFUSAL_GROUNDS = [
  'not-required',
  'not-competent',
  'not-corrected',
  'other-procedure',
  'in-procedure',
  'same-facts',
  'other',
] as const;

/** 送达 over the counter, by post, or in the inbox. */
export const SERVICE_METHODS = ['counter', 'post', 'electronic'] as const;

export const DEBT_VERDICTS = ['kept', 'broken', 'insufficient'] as const;

export const LIGHT_LEVELS = ['step', 'promise', 'statute'] as const;

export const LETTER_KINDS = [
  'consult',
  'complaint',
  'suggestion',
  'report',
  'help',
  'thanks',
  'petition',
  'review',
  'recheck',
  'hotline',
] as const;

export const LETTER_RESULTS = [
  'supported',
  'explained',
  'not-supported',
  'mediated',
  'upheld',
  'changed',
  'set-aside',
] as const;

/** Best first. */
export const SATISFACTIONS = ['satisfied', 'mostly', 'dissatisfied'] as const;

export const WATCH_KINDS = [
  'timeliness',
  'flow',
  'content',
  'fee',
  'integrity',
  'anomaly',
  'satisfaction',
] as const;

export const CASE_SUBJECTS = [
  'case',
  'task',
  'clock',
  'return',
  'recall',
  'correction',
  'suspension',
  'extension',
  'fee',
  'person',
  'answer',
  'finding',
] as const;

export const GROUP_SUBJECTS = [
  'person-day',
  'person-month',
  'org-month',
  'item-month',
  'review-day',
] as const;

export const WATCH_ADDRESSEES = ['handler', 'head', 'supervision'] as const;
