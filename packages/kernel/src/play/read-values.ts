/** Reading the values of a script; each says where it stands and what is wanted there. */
import type { FormData, FormValue } from '../form/index.ts';
import { shown } from './play-time.ts';
import { ScriptFault } from './script-fault.ts';

export type Values = Readonly<Record<string, unknown>>;

export function readObject(value: unknown, path: string): Values {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Values;
  throw wrong(value, path, '{…}');
}

/** @throws ScriptFault for a field that nobody would read, naming those that are. */
export function onlyFields(value: Values, path: string, known: readonly string[]): void {
  const stray = Object.keys(value).find((name) => !known.includes(name));
  if (stray === undefined) return;
  const at = path === '' ? stray : `${path}.${stray}`;
  throw new ScriptFault('field-unknown', at, { field: stray, known: known.join(', ') });
}

export function readItems(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  throw wrong(value, path, '[…]');
}

export function readWord(value: unknown, path: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw wrong(value, path, '"…"');
}

/** A text that may be empty: that an empty one is refused is worth playing. */
export function readWords(value: unknown, path: string): string {
  if (typeof value === 'string') return value;
  throw wrong(value, path, '"…"');
}

export function readNumber(value: unknown, path: string): number {
  if (typeof value === 'number') return value;
  throw wrong(value, path, '1');
}

export function readFlag(value: unknown, path: string): boolean {
  if (typeof value === 'boolean') return value;
  throw wrong(value, path, 'true | false');
}

export function readChoice<T extends string>(
  value: unknown,
  path: string,
  allowed: readonly T[],
): T {
  const found = allowed.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw wrong(value, path, allowed.map((choice) => `"${choice}"`).join(' | '));
}

export function readFormData(value: unknown, path: string): FormData {
  const form: Record<string, FormValue> = {};
  for (const [field, entered] of Object.entries(readObject(value, path))) {
    const isValue = entered === null || ['string', 'number', 'boolean'].includes(typeof entered);
    if (!isValue) throw wrong(entered, `${path}.${field}`, '"…" | 1 | true | false | null');
    form[field] = entered as FormValue;
  }
  return form;
}

export function wrong(value: unknown, path: string, wanted: string): ScriptFault {
  return new ScriptFault('wrong-value', path, { value: shown(value), wanted });
}
