import type { ItemDefinition } from '@yichuang/kernel';
import { withOptional } from '../model/with-optional.ts';
import { useWorkbench } from '../workbench-context.ts';

/** Sets one property of the item; an empty optional text is an absent one. */
export function useChangeItem() {
  const { design } = useWorkbench();
  return <K extends keyof ItemDefinition>(
    key: K,
    value: ItemDefinition[K] | undefined,
    mark: string | undefined = `item ${key}`,
  ): void => design.change((item) => withOptional(item, key, value), mark);
}
