import type { FlowDefinition, StepNode } from '@yichuang/kernel/flow';
import type { Lifecycle, NewName } from './new-node.ts';

/** The least that a flow needs: who begins, who decides, and for a licence who hands it over. */
export function starterFlow(
  lifecycle: Lifecycle,
  nameOf: (what: NewName) => string,
): FlowDefinition {
  const step = (id: string, name: NewName, duty: StepNode['duty']): StepNode => ({
    kind: 'step',
    id,
    name: nameOf(name),
    duty,
    posts: [],
    agreement: { rule: 'one' },
  });
  const children =
    lifecycle === 'internal'
      ? [step('filing', 'filing', 'filing'), step('approval', 'approve', 'task')]
      : [
          step('intake', 'intake', 'intake'),
          step('review', 'approve', 'review'),
          step('decision', 'decision', 'decision'),
          step('delivery', 'delivery', 'delivery'),
        ];
  const main = { kind: 'sequence', id: 'main', name: nameOf('main'), children } as const;
  if (lifecycle === 'internal') return { main };
  const denied = {
    kind: 'sequence',
    id: 'denied',
    name: nameOf('denied'),
    children: [step('denied-delivery', 'delivery', 'delivery')],
  } as const;
  return { main, denied };
}
