/** The inbox's filters as they stand in the address: what is not a known value is left out. */
import { LATE_LIGHTS } from '../ui/late-lights.ts';

export const PHASES = [
  'received',
  'correction-pending',
  'accepted',
  'decided',
  'in-progress',
  'concluded',
  'archived',
  'acceptance-refused',
  'withdrawn',
  'terminated',
  'revoked',
  'voided',
] as const;

export interface InboxFilters {
  readonly light?: (typeof LATE_LIGHTS)[number] | undefined;
  readonly phase?: (typeof PHASES)[number] | undefined;
  readonly itemCode?: string | undefined;
  /** In whose place (代理). */
  readonly onBehalfOf?: string | undefined;
  readonly q?: string | undefined;
}

/** The lists that users know by name; what each holds is the server's to say. */
export const INBOX_LISTS = [
  'todo',
  'toread',
  'done',
  'read',
  'started',
  'followed',
  'all',
] as const;
export type InboxList = (typeof INBOX_LISTS)[number];

const MAX_TEXT = 100;

export function readFilters(search: Readonly<Record<string, unknown>>): InboxFilters {
  const light = LATE_LIGHTS.find((name) => name === search['light']);
  const phase = PHASES.find((name) => name === search['phase']);
  const itemCode = textOf(search['itemCode']);
  const onBehalfOf = textOf(search['onBehalfOf']);
  const q = textOf(search['q']);
  return {
    ...(light === undefined ? {} : { light }),
    ...(phase === undefined ? {} : { phase }),
    ...(itemCode === undefined ? {} : { itemCode }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(q === undefined ? {} : { q }),
  };
}

/** Phases that can occur in a list; what is finished is never to do. */
export function phasesOf(list: InboxList): readonly (typeof PHASES)[number][] {
  return list === 'todo' ? PHASES.slice(0, 5) : PHASES;
}

export function isFiltered(filters: InboxFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

// The router reads 2026 in an address as a number; a case number may look like one.
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim().slice(0, MAX_TEXT);
  return text === '' ? undefined : text;
}
