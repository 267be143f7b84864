/**
 * Every reason for which the kernel refuses an act. Codes are never reused; the texts live in the
 * message files, the meaning in docs/refusals.md, and a test keeps all three equal.
 */
import type { LegalBasis } from '../time/index.ts';

export interface Refusal {
  readonly code: RefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly basis?: LegalBasis;
}

const licensing = (article: string): LegalBasis => ({
  law: '中华人民共和国行政许可法',
  article,
  version: '2019-04-23',
});

interface RefusalEntry {
  readonly http: 403 | 404 | 409 | 422;
  readonly basis?: LegalBasis;
}

export const refusals = {
  'not-your-case': { http: 404 },
  'not-your-task': { http: 403 },
  'right-missing': { http: 403 },
  'text-not-well-formed': { http: 422 },
  'task-unknown': { http: 404 },
  'task-already-closed': { http: 409 },
  'task-not-yet-open': { http: 409 },
  'wrong-phase': { http: 409 },
  'wrong-duty': { http: 409 },
  'case-has-ended': { http: 409 },
  'item-not-online': { http: 409 },
  'form-incomplete': { http: 422 },
  'field-not-writable': { http: 403 },
  'material-missing': { http: 422, basis: licensing('第三十二条') },
  'material-unknown': { http: 422 },
  'material-not-checked': { http: 409, basis: licensing('第三十二条') },
  'material-not-acceptable': { http: 409, basis: licensing('第三十二条') },
  'nothing-to-correct': { http: 422, basis: licensing('第三十二条') },
  'correction-without-instruction': { http: 422, basis: licensing('第三十二条') },
  'correction-still-missing': { http: 422, basis: licensing('第三十二条') },
  'correction-notice-too-late': { http: 409, basis: licensing('第三十二条第一款第四项') },
  'reason-required': { http: 422, basis: licensing('第三十八条') },
  'legal-basis-required': { http: 422, basis: licensing('第三十八条') },
  'reject-not-possible': { http: 409 },
  'return-target-unknown': { http: 422 },
  'straight-back-not-possible': { http: 409 },
  'special-procedure-unknown': { http: 422, basis: licensing('第四十五条') },
  'special-procedure-running': { http: 409, basis: licensing('第四十五条') },
  'special-procedure-not-running': { http: 409 },
  'days-required': { http: 422, basis: licensing('第四十五条') },
  'extension-not-possible': { http: 409, basis: licensing('第四十二条') },
  'extension-needs-leader': { http: 403, basis: licensing('第四十二条') },
  'extension-too-long': { http: 422, basis: licensing('第四十二条') },
  'extension-used-up': { http: 409, basis: licensing('第四十二条') },
  'extension-too-late': { http: 409, basis: licensing('第四十二条') },
  'fee-not-assessed': { http: 409 },
  'fee-already-paid': { http: 409 },
  'fee-quantity-missing': { http: 422, basis: licensing('第五十九条') },
  'payment-not-exact': { http: 422, basis: licensing('第五十九条') },
  'receipt-number-required': { http: 422 },
  'decided-already': { http: 409 },
  'outside-effect-exists': { http: 409 },
  'document-unknown': { http: 404 },
  'document-recorded-already': { http: 409 },
  'result-not-ready': { http: 409 },
  'recipient-required': { http: 422 },
  'not-concluded': { http: 409 },
  'archived-already': { http: 409 },
  'archive-number-required': { http: 422 },
  'claimed-by-other': { http: 409 },
  'own-case': { http: 403 },
  'proxy-is-applicant': { http: 403 },
  'one-vote-per-person': { http: 409 },
  'opinion-only': { http: 409 },
  'opinion-required': { http: 422 },
  'not-in-batch': { http: 409 },
  'abstention-not-possible': { http: 409 },
  'denial-without-reason': { http: 409, basis: licensing('第三十八条') },
  'not-claimable': { http: 409 },
  'not-claimed': { http: 409 },
  'person-required': { http: 422 },
  'receiver-has-task': { http: 409 },
  'transfers-used-up': { http: 409 },
  'signer-already-there': { http: 409 },
  'signers-used-up': { http: 409 },
  'added-too-deep': { http: 409 },
  'weight-not-possible': { http: 422 },
  'signer-not-added': { http: 409 },
  'question-required': { http: 422 },
  'no-opinion-asked': { http: 409 },
  'nothing-to-recall': { http: 409 },
  'recall-too-late': { http: 409 },
  'batch-not-recalled': { http: 409 },
  'case-frozen': { http: 409 },
  'frozen-already': { http: 409 },
  'not-frozen': { http: 409 },
  'jump-target-unknown': { http: 422 },
  'jump-over-act-of-law': { http: 409 },
  'not-granted': { http: 409, basis: licensing('第六十九条') },
  'reader-required': { http: 422 },
  'readers-too-many': { http: 422 },
  'reading-unknown': { http: 404 },
  'urged-recently': { http: 409 },
  'nobody-to-urge': { http: 409 },
  'unit-required': { http: 422 },
  'hand-out-unknown': { http: 404 },
  'case-recorded-already': { http: 409 },
  'message-not-awaited': { http: 409 },
  'version-unknown': { http: 422 },
  'rebase-not-possible': { http: 409 },
  'debt-unknown': { http: 404 },
  'debt-outstanding': { http: 409 },
  'debt-not-supplied': { http: 409 },
  'debt-not-due': { http: 409 },
  'nothing-owed': { http: 409 },
  'deferral-not-possible': { http: 422 },
  'deferral-too-long': { http: 422 },
  'commitment-not-possible': { http: 422 },
  'files-too-many': { http: 422 },
  'file-not-acceptable': { http: 422 },
} as const satisfies Record<string, RefusalEntry>;

export type RefusalCode = keyof typeof refusals;

/** A refusal with the basis that the registry names for its code. */
export function refuse(
  code: RefusalCode,
  params?: Readonly<Record<string, string | number>>,
): Refusal {
  const entry: RefusalEntry = refusals[code];
  return {
    code,
    ...(params === undefined ? {} : { params }),
    ...(entry.basis === undefined ? {} : { basis: entry.basis }),
  };
}
