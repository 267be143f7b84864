import { isHashHex } from './bytes.ts';
import type { PublishedRoots } from './receipt.ts';
import { asRecord } from './shapes.ts';

/**
 * What somebody brings along of what was published: a root copied by hand from paper or a wall, the
 * feed as it was saved, or an answer of the interface about roots or heads.
 *
 * @returns undefined for a text in which there is no root
 */
export function readPublishedRoots(text: string): PublishedRoots | undefined {
  const trimmed = text.trim();
  if (trimmed.includes('urn:yichuang:ledger:')) return rootsOfFeed(trimmed);
  if (/^[[{]/.test(trimmed)) return rootsOfJson(trimmed);
  // Copied from paper, perhaps in groups and in capitals.
  const copied = trimmed.replace(/[\s:·-]/g, '').toLowerCase();
  return isCopy(copied) ? { copied } : undefined;
}

/** Whether enough of a root was copied: 16 digits at least, in small letters. */
export function isCopy(text: string): boolean {
  return /^[0-9a-f]{16,64}$/.test(text);
}

/** By text and not as a document: the same code runs on the server, in tests and in browsers. */
function rootsOfFeed(feed: string): PublishedRoots | undefined {
  const days: Record<string, string> = {};
  const heads: Record<number, string> = {};
  for (const entry of feed.split('<entry>').slice(1)) {
    const day = /urn:yichuang:ledger:[^:<]+:(\d{4}-\d{2}-\d{2})/.exec(entry)?.[1];
    const root = /ledger:root" term="([0-9a-f]{64})"/.exec(entry)?.[1];
    const [, size, head] = /ledger:head" term="(\d+):([0-9a-f]{64})"/.exec(entry) ?? [];
    if (day !== undefined && root !== undefined) days[day] = root;
    if (size !== undefined && head !== undefined) heads[Number(size)] = head;
  }
  return someOf(days, heads);
}

function rootsOfJson(text: string): PublishedRoots | undefined {
  const days: Record<string, string> = {};
  const heads: Record<number, string> = {};
  for (const record of recordsIn(parsed(text))) {
    const { tenantId, day, size, root } = record;
    if (typeof root !== 'string' || !isHashHex(root)) continue;
    // A head names its county, a day's root does not.
    if (tenantId === undefined && typeof day === 'string') days[day] = root;
    if (tenantId !== undefined && typeof size === 'number') heads[size] = root;
  }
  return someOf(days, heads);
}

function someOf(
  days: Readonly<Record<string, string>>,
  heads: Readonly<Record<number, string>>,
): PublishedRoots | undefined {
  const isEmpty = Object.keys(days).length + Object.keys(heads).length === 0;
  return isEmpty ? undefined : { days, heads };
}

/** The value itself, what its lists hold, and what it names: one level down is all there is. */
function recordsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  const records = (each: unknown) => {
    const record = asRecord(each);
    return record === undefined ? [] : [record];
  };
  const below = records(value).flatMap((record) => Object.values(record));
  return [...records(value), ...below.flat().flatMap(records)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
