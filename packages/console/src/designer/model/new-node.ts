/** What the + menu adds, as it stands before anybody has said more about it. */
import type { FlowNode, StepNode } from '@yichuang/kernel/flow';

/** The entries of the + menu. */
export const NODE_CHOICES = [
  'approve',
  'handle',
  'choice',
  'parallel',
  'subcases',
  'copy',
  'fee',
  'document',
  'certificate',
  'wait',
] as const;
export type NodeChoice = (typeof NODE_CHOICES)[number];
export type Lifecycle = 'internal' | 'licensing';

/** Everything that may need a first name. */
export type NewName =
  NodeChoice | 'filing' | 'intake' | 'decision' | 'delivery' | 'main' | 'denied';

export interface NewNames {
  readonly id: (prefix: string) => string;
  /** The name that people read, made unique. */
  readonly name: (choice: NodeChoice) => string;
}

/**
 * A new step has no post yet: it is listed among the problems until somebody says who does it. A
 * new choice has one way with a condition to be said and one for every other case, empty: "nothing
 * more happens here" is what most choices mean by it.
 */
export function newNode(choice: NodeChoice, lifecycle: Lifecycle, names: NewNames): FlowNode {
  switch (choice) {
    case 'approve':
    case 'handle':
      return newStep(choice, lifecycle, names);
    case 'choice':
    case 'parallel':
      return newSplit(choice, lifecycle, names);
    case 'subcases':
      return { kind: 'subcases', id: names.id('joint'), name: names.name(choice), parts: [] };
    case 'wait': {
      const limit = { amount: 1, unit: 'WD' } as const;
      return {
        kind: 'wait',
        id: names.id('wait'),
        name: names.name(choice),
        until: 'time',
        limit,
      };
    }
    default:
      return {
        kind: 'automatic',
        id: names.id(choice),
        name: names.name(choice),
        does: doingOf(choice),
      };
  }
}

function doingOf(choice: 'copy' | 'fee' | 'document' | 'certificate') {
  if (choice === 'copy') return { action: 'copy', posts: [] } as const;
  if (choice === 'fee') return { action: 'assess-fee' } as const;
  if (choice === 'certificate') return { action: 'issue-certificate' } as const;
  return { action: 'issue-document', template: '' } as const;
}

function newStep(choice: 'approve' | 'handle', lifecycle: Lifecycle, names: NewNames): StepNode {
  const step: StepNode = {
    kind: 'step',
    id: names.id('step'),
    name: names.name(choice),
    // In an office every step is a task, and its "no" ends the matter unless it says otherwise.
    duty: choice === 'approve' && lifecycle === 'licensing' ? 'review' : 'task',
    posts: [],
    agreement: { rule: 'one' },
    limit: { amount: 1, unit: 'WD' },
  };
  // A reviewer's "no" is an opinion for whoever decides.
  return step.duty === 'review' ? { ...step, onReject: { then: 'continue' } } : step;
}

function newSplit(kind: 'choice' | 'parallel', lifecycle: Lifecycle, names: NewNames): FlowNode {
  const id = names.id(kind);
  const name = names.name(kind);
  const first = newStep('approve', lifecycle, names);
  if (kind === 'parallel') {
    const second = newStep('approve', lifecycle, names);
    return {
      kind,
      id,
      name,
      branches: [
        { id: 'a', node: first },
        { id: 'b', node: second },
      ],
    };
  }
  return {
    kind,
    id,
    name,
    branches: [
      { id: 'a', when: '', node: first },
      { id: 'b', node: emptyWay(names.id, name) },
    ],
  };
}

/** A way on which nothing happens. */
export function emptyWay(id: (prefix: string) => string, name: string): FlowNode {
  return { kind: 'sequence', id: id('way'), name, children: [] };
}
