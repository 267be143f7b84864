import type { FormDefinition } from '@yichuang/kernel/form';
import { withOptional } from '../model/with-optional.ts';
import { useWorkbench } from '../workbench-context.ts';

/** Changes the form; a form that loses its last field is no form any more. */
export function useChangeForm() {
  const { design } = useWorkbench();
  return (edit: (form: FormDefinition) => FormDefinition | undefined, mark?: string): void =>
    design.change((item) => {
      if (item.form === undefined) return item;
      const form = edit(item.form);
      return form === item.form ? item : withOptional(item, 'form', form);
    }, mark);
}
