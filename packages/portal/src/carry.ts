/**
 * What someone had typed when the session was found to have ended. It travels in a hidden field
 * through the log-in and is sent again afterwards; it is never stored and never in an address.
 */
export interface Carry {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/**
 * A path of this site, so that no form of ours can be aimed elsewhere; in visible ASCII, as every
 * browser sends it, since it ends up in a header.
 */
export function isLocalPath(path: string): boolean {
  return /^\/(?![/\\])[!-[\]-~]*$/.test(path);
}

export function localPath(path: unknown, otherwise: string): string {
  return typeof path === 'string' && isLocalPath(path) ? path : otherwise;
}

export function writeCarry(carry: Carry): string {
  return JSON.stringify([carry.action, carry.fields]);
}

/** Undefined for anything that `writeCarry` did not write. */
export function readCarry(text: string | undefined): Carry | undefined {
  if (text === undefined || text === '') return undefined;
  const value = parsed(text);
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [action, fields] = value as [unknown, unknown];
  if (typeof action !== 'string' || !isLocalPath(action) || !Array.isArray(fields)) {
    return undefined;
  }
  const pairs = fields.filter(isPair);
  return pairs.length === fields.length ? { action, fields: pairs } : undefined;
}

function isPair(value: unknown): value is readonly [string, string] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === 'string' &&
    typeof value[1] === 'string'
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
