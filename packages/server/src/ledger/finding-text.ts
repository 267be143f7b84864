import type { Language } from '../platform/refusal.ts';
import { findingTexts as en } from './messages.en.ts';
import { findingTexts as zh } from './messages.zh-CN.ts';
import type { LedgerFinding } from './verify-ledger.ts';

/** A finding as one sentence that names the case and event, or the day. */
export function findingText(finding: LedgerFinding, language: Language): string {
  const text = (language === 'en' ? en : zh)[finding.problem];
  const { caseNumber = '', seq = 0, day = '' } = finding;
  return text.replace('{case}', caseNumber).replace('{seq}', String(seq)).replace('{day}', day);
}
