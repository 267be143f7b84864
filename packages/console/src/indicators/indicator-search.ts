/** What is shown, of when and of whom, as it stands in the address. Pure. */
export const INDICATOR_TABS = ['figures', 'persons', 'assessment', 'scheme', 'circular'] as const;
export type IndicatorTab = (typeof INDICATOR_TABS)[number];

export const PARTS = ['of', 'per', 'missing'] as const;
export type CasePart = (typeof PARTS)[number];

export interface IndicatorSearch {
  readonly view?: IndicatorTab | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly org?: string | undefined;
  readonly by?: 'item' | undefined;
  readonly group?: string | undefined;
  /** The figure whose cases are listed, and in which row of the table it stands. */
  readonly indicator?: string | undefined;
  readonly part?: CasePart | undefined;
  readonly row?: string | undefined;
  /** `2026-Q3`: of an assessment or a circular. */
  readonly period?: string | undefined;
}

const SHAPES = {
  from: /^\d{4}-\d{2}-\d{2}$/,
  until: /^\d{4}-\d{2}-\d{2}$/,
  org: /^.{1,100}$/,
  group: /^[a-z]+$/,
  indicator: /^[a-z0-9-]+$/,
  row: /^.{1,100}$/,
  period: /^\d{4}(-\d{2}|-Q[1-4]|-H[12])?$/,
} as const;

export function readIndicatorSearch(search: Readonly<Record<string, unknown>>): IndicatorSearch {
  const texts = Object.entries(SHAPES).flatMap(([name, shape]) => {
    const value = search[name];
    // A year in an address is read as a number.
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && shape.test(text) ? [[name, text]] : [];
  });
  const view = INDICATOR_TABS.find((one) => one === search['view']);
  const part = PARTS.find((one) => one === search['part']);
  return {
    ...(Object.fromEntries(texts) as IndicatorSearch),
    ...(view === undefined ? {} : { view }),
    ...(part === undefined ? {} : { part }),
    ...(search['by'] === 'item' ? { by: 'item' } : {}),
  };
}
