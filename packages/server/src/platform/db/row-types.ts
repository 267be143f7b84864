import pg from 'pg';

const int8 = 20;
const int8Array = 1016;
const date = 1082;
const dateArray = 1182;
const timestamptz = 1184;
const timestamptzArray = 1185;
const textArray: number = 1009;

function readInt8(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}

const instantShape = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d+))?\+00$/;

/**
 * `2026-11-22 04:56:49.1234+00` to `2026-11-22T04:56:49.123Z`, the kernel's Instant. Sessions run
 * with TimeZone=UTC and DateStyle=ISO (pool.ts); another shape means that they do not, and a
 * silently shifted deadline is the worst outcome, so it is an assertion.
 */
export function readInstant(text: string): string {
  const found = instantShape.exec(text);
  if (found === null) throw new Error(`unexpected timestamp from the database: ${text}`);
  return `${found[1]}T${found[2]}.${(found[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
}

// The driver's list of type numbers leaves arrays out; its parsers do not.
const readTextArray = pg.types.getTypeParser(textArray, 'text') as (
  text: string,
) => (string | null)[];

function arrayOf(read: (text: string) => unknown): (text: string) => unknown {
  return (text) => readTextArray(text).map((each) => (each === null ? null : read(each)));
}

const ours: ReadonlyMap<number, (text: string) => unknown> = new Map([
  [int8, readInt8],
  [int8Array, arrayOf(readInt8)],
  [date, (text: string) => text],
  [dateArray, arrayOf((text) => text)],
  [timestamptz, readInstant],
  [timestamptzArray, arrayOf(readInstant)],
]);

/** Column values as the program wants them: no Date objects, no int8 as text. */
export const rowTypes: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    const found = format === 'binary' ? undefined : ours.get(id);
    return found ?? (pg.types.getTypeParser(id, format) as (text: string) => unknown);
  },
} as pg.CustomTypesConfig;
