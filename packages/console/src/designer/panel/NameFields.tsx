import type { FlowNode } from '@yichuang/kernel/flow';
import { Input } from 'antd';
import { Field } from '../../ui/Field.tsx';
import { withOptional } from '../model/with-optional.ts';
import { useWorkbench } from '../workbench-context.ts';

/** What the node is called, as staff and residents will read it. */
export function NameFields({ node }: { readonly node: FlowNode }) {
  const { words, changeNode } = useWorkbench();
  const { t } = words;
  return (
    <div className="field-pair">
      <Field label={t('designer.name')}>
        {(control) => (
          <Input
            {...control}
            value={node.name}
            maxLength={60}
            onChange={(event) =>
              changeNode(
                node.id,
                (each) => ({ ...each, name: event.target.value }),
                `name ${node.id}`,
              )
            }
          />
        )}
      </Field>
      <Field label={t('designer.nameEn')}>
        {(control) => (
          <Input
            {...control}
            value={node.nameEn ?? ''}
            maxLength={120}
            onChange={(event) => {
              const text = event.target.value;
              changeNode(
                node.id,
                (each) => withOptional(each, 'nameEn', text === '' ? undefined : text),
                `nameEn ${node.id}`,
              );
            }}
          />
        )}
      </Field>
    </div>
  );
}
