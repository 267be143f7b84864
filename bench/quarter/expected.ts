import type { Misconduct } from './county.ts';
import type { Expected } from './score.ts';

/** Which rules of packs/supervision are about which misconduct. */
export const expected: Readonly<Record<Misconduct, Expected>> = {
  'step-overdue': { of: 'case', rules: ['JC-S3'] },
  'promise-overdue': { of: 'case', rules: ['JC-S2'] },
  'statute-overdue': { of: 'case', rules: ['JC-S2a'] },
  'correction-late': { of: 'case', rules: ['JC-S5', 'JC-S5a'] },
  'second-correction': { of: 'case', rules: ['JC-N2'] },
  'two-posts': { of: 'case', rules: ['JC-L1a'] },
  'ping-pong': { of: 'case', rules: ['JC-L5a'] },
  recalls: { of: 'case', rules: ['JC-L6a'] },
  'certified-before-payment': { of: 'case', rules: ['JC-F1g'] },
  'fee-not-listed': { of: 'case', rules: ['JC-F1'] },
  'fee-above-list': { of: 'case', rules: ['JC-F1a'] },
  'parked-procedure': { of: 'case', rules: ['JC-S6'] },
  'entered-afterwards': { of: 'case', rules: ['JC-L2'] },
  'rubber-stamp': { of: 'person', rules: ['JC-A1', 'JC-A1a'] },
  'copied-words': { of: 'person', rules: ['JC-A4'] },
  'off-hours': { of: 'person', rules: ['JC-A5'] },
  refusals: { of: 'org', rules: ['JC-L3a'] },
};
