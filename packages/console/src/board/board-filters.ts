/** Which cases behind the board's numbers, as it stands in the address. Pure. */
import type { BoardCaseQuery } from '@yichuang/contracts';
import { LIGHT_LEVELS } from '@yichuang/kernel/words';

export const BOARD_LIGHTS = ['red', 'yellow', 'green', 'grey'] as const;

export type BoardLight = (typeof BOARD_LIGHTS)[number];

export interface BoardFilters {
  readonly orgId?: string | undefined;
  readonly light?: BoardLight | undefined;
  readonly level?: (typeof LIGHT_LEVELS)[number] | undefined;
  readonly wasLate?: boolean | undefined;
  readonly itemCode?: string | undefined;
  readonly holder?: string | undefined;
}

/** What is not a known value is left out, so that an old address still opens. */
export function readBoardFilters(search: Readonly<Record<string, unknown>>): BoardFilters {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined;
  };
  const filters: BoardFilters = {
    orgId: text('orgId'),
    light: BOARD_LIGHTS.find((name) => name === search['light']),
    level: LIGHT_LEVELS.find((name) => name === search['level']),
    wasLate: search['wasLate'] === true ? true : undefined,
    itemCode: text('itemCode'),
    holder: text('holder'),
  };
  const set = Object.entries(filters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set);
}

/** Only what is set. */
export function queryOf(filters: BoardFilters): BoardCaseQuery {
  const set = Object.entries(filters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as BoardCaseQuery;
}
