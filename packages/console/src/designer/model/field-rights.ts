/** What a step may do with a field of the form. Reading is what nothing has been said about. */
import type { FlowDefinition, FlowNode, StepNode } from '@yichuang/kernel/flow';
import { allNodes } from './fresh-names.ts';
import { withNode } from './lane.ts';
import { withOptional } from './with-optional.ts';

export const FIELD_RIGHTS = ['write', 'read', 'hide'] as const;
export type FieldRight = (typeof FIELD_RIGHTS)[number];

export function rightOf(step: StepNode, field: string): FieldRight {
  if (step.form?.write?.includes(field) === true) return 'write';
  return step.form?.hide?.includes(field) === true ? 'hide' : 'read';
}

export function withRights(step: StepNode, fields: readonly string[], right: FieldRight): StepNode {
  const listed = (which: 'write' | 'hide') => [
    ...(step.form?.[which] ?? []).filter((field) => !fields.includes(field)),
    ...(which === right ? fields : []),
  ];
  const write = listed('write');
  const hide = listed('hide');
  const form = {
    ...(write.length === 0 ? {} : { write }),
    ...(hide.length === 0 ? {} : { hide }),
  };
  return withOptional(step, 'form', Object.keys(form).length === 0 ? undefined : form);
}

/** The flow after a field has gone: nobody may write or hide what there is not. */
export function withoutRights(flow: FlowDefinition, field: string): FlowDefinition {
  const isNamed = (node: FlowNode) => node.kind === 'step' && rightOf(node, field) !== 'read';
  return allNodes(flow)
    .filter(isNamed)
    .reduce(
      (left, { id }) =>
        withNode(left, id, (node) =>
          node.kind === 'step' ? withRights(node, [field], 'read') : node,
        ),
      flow,
    );
}
