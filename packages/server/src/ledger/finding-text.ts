import type { Language } from '../platform/refusal.ts';
import { findingTexts as en, streamTexts as enStream } from './messages.en.ts';
import { findingTexts as zh, streamTexts as zhStream } from './messages.zh-CN.ts';
import type { LedgerFinding } from './ledger-finding.ts';

/** A finding as one sentence that names the case and event, the stream and entry, or the day. */
export function findingText(finding: LedgerFinding, language: Language): string {
  const [texts, ofStream] = language === 'en' ? [en, enStream] : [zh, zhStream];
  const { caseNumber = '', stream, seq = 0, day = '' } = finding;
  const text =
    (stream === undefined ? undefined : ofStream[finding.problem]) ?? texts[finding.problem];
  return text
    .replace('{case}', caseNumber)
    .replace('{stream}', stream ?? '')
    .replace('{seq}', String(seq))
    .replace('{day}', day);
}
