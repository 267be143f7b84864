import type { FormData, FormDefinition, FormValue } from '@yichuang/kernel/form';
import type { Person } from '../people/index.ts';

/** What the platform knows already, by the form's own fields: shown, not asked (A13). */
export function prefill(
  form: FormDefinition,
  known: { readonly contact: Person | undefined; readonly applicant: Partial<Person> | undefined },
): FormData {
  const facts: Readonly<Record<string, FormValue | undefined>> = {
    'applicant.name': known.applicant?.name,
    'applicant.code': known.applicant?.creditCode ?? known.applicant?.idNumber,
    'applicant.idNumber': known.applicant?.idNumber,
    'applicant.phone': known.applicant?.phone,
    'contact.name': known.contact?.name,
    'contact.phone': known.contact?.phone,
    'contact.idNumber': known.contact?.idNumber,
  };
  return Object.fromEntries(
    Object.entries(form.schema.properties).flatMap(([field, schema]) => {
      const source = schema['x-prefill'];
      const value = source === undefined ? undefined : facts[source];
      return value === undefined ? [] : [[field, value]];
    }),
  );
}
