import type { TextKey } from '../texts/locale.ts';

export interface ReasonTemplate {
  readonly problem: TextKey;
  readonly instruction: TextKey;
}

const absent: ReasonTemplate = {
  problem: 'template.absent',
  instruction: 'template.absentFix',
};

const wrong: readonly ReasonTemplate[] = [
  { problem: 'template.blurred', instruction: 'template.blurredFix' },
  { problem: 'template.unsealed', instruction: 'template.unsealedFix' },
  { problem: 'template.incomplete', instruction: 'template.incompleteFix' },
  { problem: 'template.mismatch', instruction: 'template.mismatchFix' },
  { problem: 'template.expired', instruction: 'template.expiredFix' },
  { problem: 'template.wrongKind', instruction: 'template.wrongKindFix' },
];

/** What is usually wrong, and how it is mended: both go into the notice. */
export function templatesFor(verdict: 'missing' | 'wrong'): readonly ReasonTemplate[] {
  return verdict === 'missing' ? [absent] : wrong;
}
