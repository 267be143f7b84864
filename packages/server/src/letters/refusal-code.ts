/** What is refused to senders and windows beside what the kernel refuses. */
export type LetterRefusalCode =
  | 'channel-not-possible'
  | 'letter-code-not-needed'
  | 'letter-code-wrong'
  | 'letter-not-confirmed'
  | 'mail-invalid'
  | 'slip-not-offered'
  | 'slip-of-own-answer';
