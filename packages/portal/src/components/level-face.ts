import { raw, type Html } from '../html.ts';

/** The mouth of each level, from a broad smile to a deep frown, in a box of 48. */
const MOUTHS = [
  'M12 27 Q24 44 36 27 Z',
  'M13 29 Q24 39 35 29',
  'M14 32 H34',
  'M13 36 Q24 26 35 36',
  'M12 38 Q24 20 36 38 M11 14 l8 4 M37 14 l-8 4',
] as const;

/**
 * A face beside the word: five shapes that differ without their colour. It repeats the word and is
 * therefore nothing to a screen reader.
 * @param level 1 to 5
 */
export function levelFace(level: number): Html {
  const mouth = MOUTHS[level - 1] ?? '';
  const fill = level === 1 ? 'currentColor' : 'none';
  return raw(
    `<svg class="face face-${level}" viewBox="0 0 48 48" aria-hidden="true" focusable="false">` +
      '<circle cx="24" cy="24" r="21" fill="none" stroke="currentColor" stroke-width="3"/>' +
      '<circle cx="17" cy="20" r="2.6" fill="currentColor"/>' +
      '<circle cx="31" cy="20" r="2.6" fill="currentColor"/>' +
      `<path d="${mouth}" fill="${fill}" stroke="currentColor" stroke-width="3"` +
      ' stroke-linecap="round" stroke-linejoin="round"/></svg>',
  );
}
