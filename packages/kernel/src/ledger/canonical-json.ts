/**
 * JSON with one spelling for each value (RFC 8785, JCS): no blanks, keys sorted by UTF-16 units,
 * numbers and strings as ECMAScript prints them. Hashes of events are taken over it, so this runs
 * once for every event written: it checks whether keys are sorted before it sorts, and quotes by
 * hand the texts that need no escape.
 *
 * A property that is `undefined` is left out, as `JSON.stringify` leaves it out: the event in
 * memory and the one read back from the database have the same hash.
 *
 * @throws TypeError for what JSON cannot carry: NaN, infinities, half a surrogate pair, bigint,
 * functions, `undefined` in a list, or objects that are neither plain nor lists.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? listText(value) : recordText(value);
    default:
      throw new TypeError(`not a JSON value: ${typeof value}`);
  }
}

const NEEDS_CARE = /["\\\u0000-\u001f\ud800-\udfff]/;
const HALF_PAIR = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function quoted(text: string): string {
  if (!NEEDS_CARE.test(text)) return `"${text}"`;
  if (HALF_PAIR.test(text)) throw new TypeError('half a surrogate pair in a text');
  return JSON.stringify(text);
}

function listText(list: readonly unknown[]): string {
  let text = '[';
  for (let i = 0; i < list.length; i += 1) {
    text += i === 0 ? canonicalJson(list[i]) : `,${canonicalJson(list[i])}`;
  }
  return `${text}]`;
}

function recordText(record: object): string {
  const prototype: unknown = Object.getPrototypeOf(record);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('not a plain object');
  }
  const fields = record as Readonly<Record<string, unknown>>;
  let text = '{';
  for (const key of sortedKeys(fields)) {
    const value = fields[key];
    if (value === undefined) continue;
    if (text.length > 1) text += ',';
    text += `${quoted(key)}:${canonicalJson(value)}`;
  }
  return `${text}}`;
}

function sortedKeys(fields: Readonly<Record<string, unknown>>): string[] {
  const keys = Object.keys(fields);
  for (let i = 1; i < keys.length; i += 1) {
    // The default order compares UTF-16 units, which is the order that RFC 8785 asks for.
    if ((keys[i - 1] ?? '') > (keys[i] ?? '')) return keys.sort();
  }
  return keys;
}
