/** One column of a row, from what its expression gives to what the receiver's type asks for. */
import { isSealed } from '@yichuang/kernel/form';
import { addMs, instant, isInstant, isPlainDate } from '@yichuang/kernel/time';
import {
  evaluateOver,
  parseCondition,
  type UploadColumn,
  type UploadShape,
} from '../catalogue/index.ts';

export type CellProblemCode =
  'missing' | 'too-long' | 'wrong-length' | 'not-a-number' | 'not-a-time' | 'not-in-list';

export interface CellProblem {
  readonly column: string;
  readonly title: string;
  readonly code: CellProblemCode;
  /** What the column asks for, such as `an..50` or the name of a code list. */
  readonly wanted: string;
}

export type Scope = Readonly<Record<string, unknown>>;

export interface CellDeps {
  readonly shape: UploadShape;
  /** Opens a sealed personal number; called for the row that is about to be sent and no other. */
  readonly open: (sealed: string) => string;
}

const PATH = /^[a-zA-Z]+(\.[a-zA-Z]+)+$/u;

/** A path is looked up: nine columns of ten are one, and FEEL takes a hundred times as long. */
export function valueOf(expression: string, scope: Scope): unknown {
  if (!PATH.test(expression)) return evaluateOver(expression, onlyRead(expression, scope));
  return expression.split('.').reduce<unknown>((found, key) => {
    const isPlace = typeof found === 'object' && found !== null && Object.hasOwn(found, key);
    return isPlace ? (found as Scope)[key] : null;
  }, scope);
}

const namesRead = new Map<string, readonly string[]>();

/** FEEL goes through every key of what it is given, and a case has dozens. */
function onlyRead(expression: string, scope: Scope): Scope {
  const names = namesRead.get(expression) ?? parseCondition(expression).names;
  namesRead.set(expression, names);
  return Object.fromEntries(names.flatMap((name) => (name in scope ? [[name, scope[name]]] : [])));
}

/** @returns the text to send; undefined for an empty optional column; or what is wrong */
export function cellOf(
  column: UploadColumn,
  scope: Scope,
  { shape, open }: CellDeps,
): string | undefined | CellProblem {
  const wrong = (code: CellProblemCode, wanted: string = column.type): CellProblem => ({
    column: column.name,
    title: column.title,
    code,
    wanted,
  });
  const value = valueOf(column.value, scope);
  if (value === null || value === undefined || value === '') {
    return column.isRequired === true ? wrong('missing') : undefined;
  }
  if (!isScalar(value)) return wrong('missing');
  const opened = typeof value === 'string' && isSealed(value) ? open(value) : value;
  const { map, keepsOthers = false, list } = column;
  const mapped = map?.[String(opened)] ?? (keepsOthers || map === undefined ? opened : undefined);
  if (mapped === undefined) return wrong('not-in-list', list ?? column.type);
  const text = typed(column, mapped);
  if (typeof text !== 'string') return wrong(text.code);
  const isListed = list === undefined || shape.codeLists[list]?.codes[text] !== undefined;
  return isListed ? text : wrong('not-in-list', list);
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

type Typed = string | { readonly code: CellProblemCode };

function typed(column: UploadColumn, value: string | number | boolean): Typed {
  if (column.type.startsWith('YYYY')) return timeText(column.type, String(value));
  const [, kind, dots, size = '0', digits = '0'] =
    /^(an|n)(\.\.)?(\d+)(?:,(\d))?$/u.exec(column.type) ?? [];
  const isExact = dots === undefined;
  if (kind === 'n')
    return numberText(value, { size: Number(size), digits: Number(digits), isExact });
  return wordText(String(value), { size: Number(size), isExact, isCut: column.isCut === true });
}

/** Characters as people count them: one for each code point. */
function wordText(
  text: string,
  { size, isExact, isCut }: { size: number; isExact: boolean; isCut: boolean },
): Typed {
  const characters = [...text.trim()];
  if (isExact && characters.length !== size) return { code: 'wrong-length' };
  if (characters.length <= size) return characters.join('');
  return isCut ? `${characters.slice(0, size - 1).join('')}…` : { code: 'too-long' };
}

function numberText(
  value: string | number | boolean,
  { size, digits, isExact }: { size: number; digits: number; isExact: boolean },
): Typed {
  const text = digits > 0 && typeof value === 'number' ? value.toFixed(digits) : String(value);
  if (!(digits > 0 ? /^-?\d+(\.\d+)?$/u : /^\d+$/u).test(text)) return { code: 'not-a-number' };
  const length = text.replaceAll(/[^\d]/gu, '').length;
  if (isExact && length !== size) return { code: 'wrong-length' };
  return length > size ? { code: 'too-long' } : text;
}

const SHANGHAI_MS = 8 * 3_600_000;

/** Times are told as Shanghai's clocks showed them; a day without a time begins at midnight. */
function timeText(type: string, value: string): Typed {
  const isDay = isPlainDate(value);
  if (!isDay && !isInstant(value)) return { code: 'not-a-time' };
  const shown = isDay ? `${value}T00:00:00` : addMs(instant(value), SHANGHAI_MS);
  const figures = shown.slice(0, 19).replaceAll(/[^\d]/gu, '');
  return type === 'YYYYMMDD' ? figures.slice(0, 8) : figures;
}
