/**
 * Why a number was not accepted, in the order in which it is tested. `check-digit` on data that was
 * imported is a warning, on data that was typed an error that may be overridden with a reason: at
 * least one credit code in real use fails its own standard (laws.md §11).
 */
export type IdProblem =
  | 'length'
  | 'charset'
  | 'prefix'
  | 'structure'
  | 'check-digit'
  | 'inner-check-digit'
  | 'date'
  | 'future-date';

/** `value` is the normalised text in both cases, so that an override can still be stored. */
export type IdFailure = { readonly ok: false; readonly problem: IdProblem; readonly value: string };
export type IdResult<Parts> = ({ readonly ok: true; readonly value: string } & Parts) | IdFailure;

export function refuse(value: string, problem: IdProblem): IdFailure {
  return { ok: false, problem, value };
}

/**
 * What people type, as the standards write it: full-width characters become ASCII, blanks and
 * invisible characters go, letters are upper case.
 */
export function normaliseId(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, '')
    .toUpperCase();
}
