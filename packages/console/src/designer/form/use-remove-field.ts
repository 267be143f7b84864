import { removeField } from '../model/edit-form.ts';
import { withoutRights } from '../model/field-rights.ts';
import { withOptional } from '../model/with-optional.ts';
import { useWorkbench } from '../workbench-context.ts';

/**
 * Takes a field out, and out of every step's rights. Conditions, fees and certificates that use it
 * become problems: what they should look at instead only a person knows.
 */
export function useRemoveField() {
  const { design } = useWorkbench();
  return (field: string): void =>
    design.change((item) => {
      if (item.form === undefined) return item;
      const left = withOptional(item, 'form', removeField(item.form, field));
      return left.flow === undefined ? left : { ...left, flow: withoutRights(left.flow, field) };
    });
}
