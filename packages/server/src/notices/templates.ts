/**
 * What can be told to people. The texts are in messages.zh-CN.ts and messages.en.ts, one for
 * each name; `maxAgeMinutes`: not sent any more when later than that (a code that has expired).
 */
export const noticeTemplates = {
  'login-code': { maxAgeMinutes: 5 },
  'case-received': {},
  'case-accepted': {},
  'case-deemed-accepted': {},
  'correction-requested': {},
  'acceptance-refused': {},
  'special-procedure-started': {},
  'special-procedure-ended': {},
  'limit-extended': {},
  'licence-granted': {},
  'licence-denied': {},
  'payment-due': {},
  'certificate-ready': {},
  'case-withdrawn': {},
  'case-concluded': {},
  'case-terminated': {},
  'case-voided': {},
  'decision-revoked': {},
  'debt-incurred': {},
  'debt-due-soon': {},
  'debt-lapsed': {},
  'debt-kept': {},
  'debt-insufficient': {},
  'debt-broken': {},
  'internal-approved': {},
  'internal-denied': {},
  'internal-returned': {},
  'staff-task': {},
  'staff-task-transferred': {},
  'staff-signer-added': {},
  'staff-opinion-requested': {},
  'staff-task-recalled': {},
  'staff-task-returned': {},
  'staff-task-removed': {},
  'staff-task-ended': {},
  'staff-task-decided': {},
  'staff-urged': {},
  'letter-received': {},
  'letter-registered': {},
  'letter-referred': {},
  'letter-accepted': {},
  'letter-underway': {},
  'letter-refused': {},
  'letter-extended': {},
  'letter-answered': {},
  'letter-reopened': {},
  'letter-message': {},
  'letter-code': { maxAgeMinutes: 5 },
  'staff-letter-referred': {},
  'staff-letter-objected': {},
  'staff-letter-objection-answered': {},
  'staff-letter-supervised': {},
  'staff-letter-reopened': {},
  'staff-letter-follow-up': {},
  'staff-letter-message': {},
  'staff-due-soon': {},
  'staff-overdue': {},
  'staff-many-turned': {},
  'board-overdue': {},
  'board-many-overdue': {},
  'board-digest': {},
  'staff-watch-hit': {},
  'staff-watch-hits': {},
  'letters-weekly': {},
  'upload-standing': {},
  'upload-contradicted': {},
  'review-invited': {},
  'review-again': {},
} as const satisfies Record<string, { readonly maxAgeMinutes?: number }>;

export type NoticeTemplate = keyof typeof noticeTemplates;

/** Those about letters; their texts are in texts/letters.*. */
export type LetterTemplate = Exclude<
  Extract<NoticeTemplate, `letter-${string}` | `staff-letter-${string}`>,
  'letters-weekly'
>;

export interface NoticeText {
  /** Title in the inbox and subject of a mail; a short message has only the body. */
  readonly subject: string;
  readonly body: string;
}

export type NoticeTexts = Readonly<Record<NoticeTemplate, NoticeText>>;
