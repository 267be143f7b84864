import type { StepNode } from '../flow/index.ts';
import { checkForm, type FormData } from '../form/index.ts';
import { civilDate } from '../time/index.ts';
import type { CaseContext } from './commands.ts';

/** Fields that the step has to write (`form.require`), are asked, and are empty still. */
export function gapsOf(
  form: FormData,
  { form: rights }: Pick<StepNode, 'form'>,
  { item, at }: Pick<CaseContext, 'item' | 'at'>,
): string[] {
  const { require = [] } = rights ?? {};
  if (item.form === undefined || require.length === 0) return [];
  const { sections, schema } = item.form;
  const required = { sections, schema: { ...schema, required: require } };
  return checkForm(required, form, { today: civilDate(at) })
    .filter(({ field, code }) => code === 'field-required' && require.includes(field))
    .map(({ field }) => field);
}
