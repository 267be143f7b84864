import type { StepNode } from '@yichuang/kernel/flow';
import type { FormDefinition } from '@yichuang/kernel/form';
import { titleOf } from '../../form/field-words.ts';
import { FIELD_RIGHTS, rightOf, withRights, type FieldRight } from '../model/field-rights.ts';
import { useWorkbench } from '../workbench-context.ts';
import { useChangeStep } from './use-change-step.ts';

/** Field by field: may change it, may read it, does not see it. The heads set all at once. */
export function FormRights(props: { readonly step: StepNode; readonly form: FormDefinition }) {
  const { step, form } = props;
  const { t, locale } = useWorkbench().words;
  const change = useChangeStep(step.id);
  const all = form.sections.flatMap(({ fields }) => fields);
  const set = (fields: readonly string[], right: FieldRight) =>
    change((s) => withRights(s, fields, right));
  return (
    <table className="rights">
      <thead>
        <tr>
          <th scope="col">{t('designer.field')}</th>
          {FIELD_RIGHTS.map((right) => (
            <th key={right} scope="col">
              <button
                type="button"
                className="link"
                aria-label={t('designer.rightForAll', { right: t(`designer.right.${right}`) })}
                onClick={() => set(all, right)}
              >
                {t(`designer.right.${right}`)}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      {form.sections.map((section) => (
        <tbody key={section.id}>
          <tr>
            <th scope="rowgroup" colSpan={4} className="rights-section">
              {titleOf(section, locale)}
            </th>
          </tr>
          {section.fields.map((field) => {
            const schema = form.schema.properties[field];
            const title = schema === undefined ? field : titleOf(schema, locale);
            return (
              <tr key={field}>
                <th scope="row">{title}</th>
                {FIELD_RIGHTS.map((right) => (
                  <td key={right}>
                    <input
                      type="radio"
                      name={`${step.id} ${field}`}
                      aria-label={t('designer.rightOf', {
                        field: title,
                        right: t(`designer.right.${right}`),
                      })}
                      checked={rightOf(step, field) === right}
                      onChange={() => set([field], right)}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}
