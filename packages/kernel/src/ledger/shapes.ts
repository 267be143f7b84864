/** What may come from a file of anyone's making is looked at before it is believed. */
import { type HashHex, isHashHex } from './bytes.ts';

export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value as Readonly<Record<string, unknown>>;
}

export function isHash(value: unknown): value is HashHex {
  return typeof value === 'string' && isHashHex(value);
}

export function isHashOrNull(value: unknown): value is HashHex | null {
  return value === null || isHash(value);
}

export function isHashList(value: unknown): value is readonly HashHex[] {
  return Array.isArray(value) && value.every(isHash);
}
