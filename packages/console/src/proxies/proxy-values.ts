/** What is entered for a proxy, and what is sent. Days are whole Shanghai days. Pure. */
import type { NewProxy, PersonName, ProxyView } from '@yichuang/contracts';
import { dayOf } from '../format/format-day.ts';
import type { TextKey } from '../texts/locale.ts';

export interface ProxyValues {
  /** Absent: oneself. */
  readonly principal?: PersonName;
  readonly deputy?: PersonName;
  /** `YYYY-MM-DD`, both included. */
  readonly fromOn: string;
  readonly untilOn: string;
  readonly itemCodes: readonly string[];
  readonly includesCurrent: boolean;
  readonly reason: string;
}

export function emptyProxy(today: string): ProxyValues {
  return {
    fromOn: today,
    untilOn: today,
    itemCodes: [],
    includesCurrent: true,
    reason: '',
  };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

export type ProxyProblems = Partial<Record<'deputy' | 'fromOn' | 'untilOn', TextKey>>;

export function problemsOf(values: ProxyValues): ProxyProblems {
  return {
    ...(values.deputy === undefined ? { deputy: 'proxies.deputyMissing' } : {}),
    ...(DAY.test(values.fromOn) ? {} : { fromOn: 'proxies.dayMissing' }),
    ...(!DAY.test(values.untilOn)
      ? { untilOn: 'proxies.dayMissing' }
      : values.untilOn < values.fromOn
        ? { untilOn: 'proxies.untilBeforeFrom' }
        : {}),
  } as const;
}

/** From the first instant of the first day to the end of the last one, in Shanghai. */
export function toProxy(values: ProxyValues): NewProxy {
  const { principal, deputy, itemCodes, includesCurrent, reason } = values;
  return {
    ...(principal === undefined ? {} : { principalId: principal.personId }),
    deputyId: deputy?.personId ?? '',
    from: startOf(values.fromOn),
    until: new Date(Date.parse(startOf(values.untilOn)) + DAY_MS).toISOString(),
    ...(itemCodes.length === 0 ? {} : { itemCodes: [...itemCodes] }),
    includesCurrent,
    reason: reason.trim(),
  };
}

function startOf(day: string): string {
  return new Date(`${day}T00:00:00.000+08:00`).toISOString();
}

/** The last day on which a proxy runs: its end is the first instant at which it no longer does. */
export function lastDayOf(until: string): string {
  return dayOf(new Date(Date.parse(until) - 1).toISOString());
}

/** Whether the person is a deputy under it now. */
export function isActing({ status, deputy }: ProxyView, personId: string | undefined): boolean {
  return status === 'running' && deputy.personId === personId;
}
