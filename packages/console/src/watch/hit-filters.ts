/** Which hits, as it stands in the address. Pure. */
import type { WatchHitQuery, WatchHitStatus } from '@yichuang/contracts';
import { WATCH_KINDS } from '@yichuang/kernel/words';

export const HIT_LIGHTS = ['red', 'yellow'] as const;
export const HIT_STATUSES: readonly WatchHitStatus[] = [
  'open',
  'ordered',
  'set-aside',
  'resolved',
  'overtaken',
];

export type HitFilters = Omit<WatchHitQuery, 'cursor' | 'limit'>;

/** What is not a known value is left out, so that an old address still opens. */
export function readHitFilters(search: Readonly<Record<string, unknown>>): HitFilters {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined;
  };
  const filters = {
    kind: WATCH_KINDS.find((name) => name === search['kind']),
    light: HIT_LIGHTS.find((name) => name === search['light']),
    status: HIT_STATUSES.find((name) => name === search['status']),
    isMarked: search['isMarked'] === true ? true : undefined,
    orgId: text('orgId'),
    itemCode: text('itemCode'),
    personId: text('personId'),
    ruleId: text('ruleId'),
    caseId: text('caseId'),
  };
  const set = Object.entries(filters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as HitFilters;
}
