/** What is typed into a field is text; what is stored has the type its schema names. */
import type { FieldSchema, FormValue } from '@yichuang/kernel/form';
import { normaliseId } from '@yichuang/kernel/ids';

export function toText(value: FormValue | undefined): string {
  return value === undefined || value === null ? '' : String(value);
}

/** Text that is no number stays text, so that the check can say so beside the field. */
export function toValue(schema: FieldSchema, text: string): FormValue {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (schema.type === 'boolean') return trimmed === 'true';
  if (schema.type === 'string') return isNumberOfPerson(schema) ? normaliseId(text) : text;
  const number = Number(trimmed.replaceAll(',', ''));
  return Number.isFinite(number) ? number : trimmed;
}

function isNumberOfPerson({ format }: FieldSchema): boolean {
  return format === 'citizen-id' || format === 'credit-code' || format === 'mobile';
}
