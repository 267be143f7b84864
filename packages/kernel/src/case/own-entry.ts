/**
 * The entry of a record under a key that somebody typed. Plain indexing would find what every
 * object inherits under `constructor` or `__proto__` and take it for a task or a document.
 */
export function ownEntry<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
