/** What a form begins with: known facts first, then what was chosen last time. Pure. */
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { FieldSchema, FormData, FormValue } from '@yichuang/kernel/form';
import type { PlainDate } from '@yichuang/kernel/time';

/** More one-touch words than this are slower to read than to type. */
const MOST_PHRASES = 6;
const LONGEST_PHRASE = 20;

export interface StartFacts {
  readonly today: PlainDate;
  /** By the keys of `x-prefill`, such as `applicant.name`. */
  readonly known: Readonly<Record<string, string | undefined>>;
  /** The reader's last forms for the item, newest first. */
  readonly last: readonly FormData[];
}

/**
 * Facts, then choices of the last time, then the item's defaults. Days, amounts and reasons are
 * this time's: yesterday's would be sent by mistake.
 */
export function startForm(item: ItemDefinition, facts: StartFacts): FormData {
  const [last = {}] = facts.last;
  return Object.fromEntries(
    Object.entries(item.form?.schema.properties ?? {}).flatMap(([field, schema]) => {
      const value = startValue(schema, last[field], facts);
      return value === undefined || value === null ? [] : [[field, value]];
    }),
  );
}

function startValue(
  schema: FieldSchema,
  last: FormValue | undefined,
  { today, known }: StartFacts,
): FormValue | undefined {
  if (schema['x-computed'] !== undefined) return undefined;
  const source = schema['x-prefill'];
  if (source !== undefined && known[source] !== undefined) return known[source];
  if (isChoice(schema) && isStillOffered(schema, last)) return last;
  const given = schema['x-default'];
  return schema.format === 'date' && given === 'today' ? today : given;
}

/** Half days belong to their days: only choices about the matter itself are the same each time. */
function isChoice(schema: FieldSchema): boolean {
  if (schema['x-sensitive'] === true) return false;
  return schema.format === 'org' || (schema.enum !== undefined && !schema.enum.includes('am'));
}

function isStillOffered({ enum: offered }: FieldSchema, value: FormValue | undefined): boolean {
  if (typeof value !== 'string') return false;
  return offered === undefined || offered.includes(value);
}

/** One-touch words by field: what the reader wrote before, then the item's own. */
export function startPhrases(
  item: ItemDefinition,
  last: readonly FormData[],
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(item.form?.schema.properties ?? {}).flatMap(([field, schema]) => {
      const own = schema['x-phrases'];
      if (own === undefined || schema['x-sensitive'] === true) return [];
      const written = last
        .map((form) => form[field])
        .filter((value) => typeof value === 'string')
        .filter((text) => text !== '' && [...text].length <= LONGEST_PHRASE);
      return [[field, [...new Set([...written, ...own])].slice(0, MOST_PHRASES)]];
    }),
  );
}
