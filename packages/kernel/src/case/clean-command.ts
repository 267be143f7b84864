/** What every command goes through first, whatever its type: it must survive being stored. */
import { computeForm } from '../form/index.ts';
import type { CaseContext, Command } from './commands.ts';
import type { CaseState } from './state.ts';

/**
 * Half of a surrogate pair has no UTF-8, so no hash; U+0000 is refused by PostgreSQL. JSON carries
 * both in escapes, hence they arrive.
 */
const UNSTORABLE =
  /[\u0000]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Path of the first text that cannot be stored or hashed, e.g. `form.remark`. */
export function unstorableText(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (UNSTORABLE.test(key)) return path;
    const found = unstorableText(inner, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Without the keys whose value is `undefined`: JSON drops them, and a state folded from stored
 * events must be the state folded when they were made.
 */
export function withoutUndefined(command: Command): Command {
  return hasUndefined(command) ? (dropped(command) as Command) : command;
}

/**
 * With the form's computed fields worked out: they are nobody's to type. A corrected form may hold
 * only what has changed, so they follow from it and what was filed before.
 */
export function withComputed(
  command: Command,
  state: CaseState | undefined,
  { item, calendar }: Pick<CaseContext, 'item' | 'calendar'>,
): Command {
  if (item.form === undefined || !('form' in command)) return command;
  const computed = Object.entries(item.form.schema.properties)
    .filter(([, schema]) => schema['x-computed'] !== undefined)
    .map(([field]) => field);
  if (computed.length === 0) return command;
  const whole = computeForm(item.form, { ...state?.form, ...command.form }, calendar);
  const typed = Object.entries(command.form).filter(([field]) => !computed.includes(field));
  const known = Object.entries(whole).filter(
    ([field, value]) => computed.includes(field) && state?.form[field] !== value,
  );
  return { ...command, form: Object.fromEntries([...typed, ...known]) };
}

function hasUndefined(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((inner) => inner === undefined || hasUndefined(inner));
}

function dropped(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(dropped);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, dropped(inner)]),
  );
}
