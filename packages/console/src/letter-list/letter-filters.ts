/** The filters of the list of letters as they stand in the address. Pure. */
import type { LetterQuery } from '@yichuang/contracts';
import { LETTER_KINDS, SATISFACTIONS } from '@yichuang/kernel/words';
import { LATE_LIGHTS } from '../ui/late-lights.ts';

export const LETTER_PHASES = [
  'received',
  'accepted',
  'decided',
  'concluded',
  'acceptance-refused',
  'withdrawn',
] as const;

export type LetterFilters = {
  readonly [K in Exclude<keyof LetterQuery, 'cursor' | 'limit'>]?: LetterQuery[K] | undefined;
};

const MOST_IDS = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is not a known value is left out, so that an old address still opens. */
export function readLetterFilters(search: Readonly<Record<string, unknown>>): LetterFilters {
  const day = (name: string) => {
    const text = textOf(search[name]);
    return text !== undefined && DAY.test(text) ? text : undefined;
  };
  const filters: LetterFilters = {
    q: textOf(search['q']),
    kind: LETTER_KINDS.find((name) => name === search['kind']),
    phase: LETTER_PHASES.find((name) => name === search['phase']),
    unitId: textOf(search['unitId']),
    divisionId: textOf(search['divisionId']),
    category: textOf(search['category']),
    light: LATE_LIGHTS.find((name) => name === search['light']),
    satisfaction: SATISFACTIONS.find((name) => name === search['satisfaction']),
    from: day('from'),
    until: day('until'),
    ids: typeof search['ids'] === 'string' ? search['ids'] : undefined,
  };
  const set = Object.entries(filters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set);
}

export function isFiltered(filters: LetterFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** From a figure to the letters behind it; as many as the server takes at once. */
export function lettersBehind(ids: readonly string[]): LetterFilters {
  return { ids: ids.slice(0, MOST_IDS).join(',') };
}

export function countIds(ids: string): number {
  return ids.split(',').filter((id) => id !== '').length;
}

// The router reads 2026 in an address as a number; a letter's number may look like one.
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim().slice(0, 100);
  return text === '' ? undefined : text;
}
