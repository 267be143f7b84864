import type { LetterUnit } from '../api/letters.ts';

/** A unit as an act names it. */
export type ChosenUnit = Pick<LetterUnit, 'orgId' | 'name'>;

const SHOWN = 8;

/** Units whose name holds what was typed, those that can take a letter in first. */
export function matchingUnits(
  units: readonly LetterUnit[],
  typed: string,
  without: readonly string[],
): readonly LetterUnit[] {
  return units
    .filter(({ orgId, name }) => !without.includes(orgId) && name.includes(typed))
    .toSorted((a, b) => Number(b.hasReception) - Number(a.hasReception))
    .slice(0, SHOWN);
}
