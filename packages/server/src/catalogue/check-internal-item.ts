/** What an approval within the offices has to say that a licence does not, and the reverse. */
import type { ItemDefinition } from '@yichuang/kernel/case';
import { stepsOf } from '@yichuang/kernel/flow';
import type { FieldSchema } from '@yichuang/kernel/form';
import type { ItemContext } from './item-context.ts';
import type { Report } from './read-pack.ts';

export function checkInternalItem(
  item: ItemDefinition,
  context: ItemContext,
  report: Report,
): void {
  if (!context.organisations.has(item.orgId)) {
    report('/orgId', 'unknown-organisation', { id: item.orgId });
  }
  const licensing = ['statutoryLimit', 'committedLimit', 'certificate', 'documents'] as const;
  for (const field of licensing) {
    if (item[field] !== undefined) report(`/${field}`, 'internal-with-licensing', { field });
  }
  const fields = item.form?.schema.properties ?? {};
  for (const part of ['unit', 'subject', 'note'] as const) {
    const field = item.handOutForm?.[part];
    if (field !== undefined && fields[field] === undefined) {
      report(`/handOutForm/${part}`, 'unknown-form-field', { field });
    }
  }
  const hidden = hiddenFields(item);
  for (const part of ['title', 'line'] as const) {
    for (const [i, field] of (item.digest?.[part] ?? []).entries()) {
      const at = `/digest/${part}/${i}`;
      if (fields[field] === undefined) report(at, 'unknown-form-field', { field });
      // Lists are read over shoulders, and by those at whose step the field is hidden.
      else if (isKept(fields[field]) || hidden.has(field)) {
        report(at, 'digest-sensitive', { field });
      }
    }
  }
}

function isKept(schema: FieldSchema): boolean {
  return schema['x-sensitive'] === true || schema['x-capability'] !== undefined;
}

/** What some step of the flow does not show to those who work on it. */
function hiddenFields({ flow }: ItemDefinition): ReadonlySet<string> {
  const steps = flow === undefined ? [] : stepsOf(flow);
  return new Set(steps.flatMap((step) => step.form?.hide ?? []));
}

/** Names of posts by role that the item's flow may use: its units are the case's and the form's. */
export function roleAddresses(item: ItemDefinition, { roles }: ItemContext): readonly string[] {
  if (item.lifecycle === undefined) return [];
  const orgFields = Object.entries(item.form?.schema.properties ?? {})
    .filter(([, schema]) => schema.format === 'org')
    .map(([field]) => field);
  // The unit that a letter was referred to is no field of its form.
  if (item.lifecycle === 'letter') orgFields.push('unit');
  return [...roles].flatMap((role) => [
    `@${role}`,
    ...orgFields.map((field) => `@${role}:${field}`),
  ]);
}
