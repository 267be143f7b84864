import type { StaffLetterView } from '@yichuang/contracts';

/** The unit still has to be found: the letter is with the office that registers it. */
export function isUnreferred({ unitId }: Pick<StaffLetterView, 'unitId'>): boolean {
  return unitId === undefined;
}

/** Found to say nothing by the check of the draft; the final check sees why. */
export function isFlagged(letter: StaffLetterView | undefined): boolean {
  return (letter?.draft?.findings ?? []).length > 0;
}
