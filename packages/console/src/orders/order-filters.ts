/** The filters of the list of orders as they stand in the address. Pure. */
import { orderSources, type OrderQuery } from '@yichuang/contracts';

export const ORDER_STATES = ['open', 'overdue', 'ended'] as const;
/** Answered at least so often. */
export const ORDER_ROUNDS = ['2', '3'] as const;

export type OrderFilters = {
  readonly [K in Exclude<keyof OrderQuery, 'cursor' | 'limit'>]?: OrderQuery[K] | undefined;
};

/** What is not a known value is left out, so that an old address still opens. */
export function readOrderFilters(search: Readonly<Record<string, unknown>>): OrderFilters {
  const unit = search['unit'];
  const rounds = Number(search['rounds']);
  const filters: OrderFilters = {
    state: ORDER_STATES.find((name) => name === search['state']),
    unit: typeof unit === 'string' && unit !== '' ? unit.slice(0, 100) : undefined,
    source: orderSources.find((name) => name === search['source']),
    rounds: Number.isInteger(rounds) && rounds > 1 && rounds < 100 ? rounds : undefined,
  };
  const set = Object.entries(filters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set);
}

export function isOrderFiltered(filters: OrderFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** What a new order is about, as the address says it. */
export function aboutOf(search: Readonly<Record<string, unknown>>): {
  readonly caseId?: string;
  readonly hitId?: string;
} {
  const text = (name: string): string | undefined => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [caseId, hitId] = [text('caseId'), text('hitId')];
  return {
    ...(caseId === undefined ? {} : { caseId }),
    ...(hitId === undefined ? {} : { hitId }),
  };
}
