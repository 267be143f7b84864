/**
 * U+0000 and halves of surrogate pairs are no text: PostgreSQL stores neither, and its refusal
 * would be a fault of ours. They come from programs that probe, never from a keyboard.
 */
const unstorable = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Whether every string in what was parsed from a request (names of fields too) can be stored. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !unstorable.test(value);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return true;
  return Object.entries(value).every(([name, each]) => isStorable(name) && isStorable(each));
}
