/**
 * U+0000 and halves of surrogate pairs are no text: PostgreSQL stores neither, and its refusal
 * would be a fault of ours. They come from programs that probe, never from a keyboard.
 */
const unstorable = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Whether every string in what was parsed from a request (names of fields too) can be stored.
 * Goes down layer by layer: a body may be nested deeper than the stack is.
 */
export function isStorable(value: unknown): boolean {
  for (let layer = [value]; layer.length > 0; layer = layer.flatMap(partsOf)) {
    if (layer.some((each) => typeof each === 'string' && unstorable.test(each))) return false;
  }
  return true;
}

/** Names and values of what has parts. */
function partsOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flat() as unknown[];
}
