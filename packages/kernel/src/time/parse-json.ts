/**
 * Reading data of packs: each function takes the element's path, so that a broken pack is refused
 * with the place in it ("limits.rules[3].unit: …") and never half read.
 */
export class PackDataError extends Error {
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`);
    this.name = 'PackDataError';
    this.path = path;
  }
}

export type JsonRecord = Readonly<Record<string, unknown>>;

/** @throws PackDataError when it is no object, or has a field that nobody would read. */
export function readRecord(value: unknown, path: string, fields?: readonly string[]): JsonRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new PackDataError(path, 'must be an object');
  }
  const record = value as JsonRecord;
  const stray = fields && Object.keys(record).find((name) => !fields.includes(name));
  if (stray !== undefined) throw new PackDataError(`${path}.${stray}`, 'is not a known field');
  return record;
}

export function readList(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new PackDataError(path, 'must be a list');
  return value as readonly unknown[];
}

export function readText(value: unknown, path: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new PackDataError(path, `must be a text, not ${shown(value)}`);
}

export function readFlag(value: unknown, path: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new PackDataError(path, `must be true or false, not ${shown(value)}`);
}

export function readWhole(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new PackDataError(path, `must be a whole number of at least 0, not ${shown(value)}`);
}

export function readOneOf<T extends string>(
  value: unknown,
  path: string,
  allowed: readonly T[],
): T {
  const found = allowed.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new PackDataError(path, `must be one of ${allowed.join(', ')}, not ${shown(value)}`);
}

function shown(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
