/** People and items for the acts that move a case round; beside those of case.examples. */
import type {
  FlowDefinition,
  FlowNode,
  StepNode,
  StepPolicies,
  SubcasePart,
} from '../../flow/index.ts';
import type { Actor, CommandOf, ItemDefinition, PeopleDirectory } from '../index.ts';
import {
  bare,
  basis,
  counter,
  filed,
  filing,
  leader,
  permit,
  reviewer,
  sequence,
  staff,
  step,
  wang,
} from './case.examples.ts';
import { personOf } from './people.examples.ts';
import { given, monday, type Act, type Story } from './specification.examples.ts';

export const administrator = staff('Root', [], ['administer-cases', 'terminate-cases']);
export const chief = staff('Chief', [], ['void-cases', 'revoke-decisions', 'settle-debts']);
export const supervisor = staff('Supervisor', [], ['supervise']);

export function joint(...parts: readonly SubcasePart[]): FlowNode {
  return { kind: 'subcases', id: 'sub', name: 'sub', parts };
}

export function part(id: string, more: Partial<SubcasePart> = {}): SubcasePart {
  return { id, itemCode: id, ...more };
}

/** Holds the post of the step of this name. */
export const holder = (stepId: string): Actor => staff(stepId.toUpperCase(), [stepId]);

/** An internal approval: filed by Lena, a member of staff. */
export const lena = staff('Lena', ['desk']);
const lenaAsParty = { personId: 'lena', kind: 'natural', name: 'Lena' } as const;

export function internal(...children: readonly FlowNode[]): ItemDefinition {
  const flow: FlowDefinition = {
    main: sequence('main', step('filing', 'filing', { posts: [] }), ...children),
  };
  return { ...bare(flow), lifecycle: 'internal', materials: [], specialProcedures: [] };
}

export const leave: CommandOf<'ReceiveCase'> = {
  ...filing,
  applicant: lenaAsParty,
  contact: lenaAsParty,
  materials: [],
};

export const filedBy: Act = [leave, lena, monday];

export function leaveCase(...children: readonly FlowNode[]): Story {
  return given(internal(...children), filedBy);
}

/** A permit of which one material may come later, and another may be promised. */
export const lenient: ItemDefinition = {
  ...permit,
  materials: permit.materials.map((material) => {
    if (material.id === 'deed') {
      return {
        ...material,
        necessity: 'deferrable' as const,
        deferral: { days: 10, consequence: 'no permit', basis },
      };
    }
    if (material.id !== 'plan') return material;
    return {
      ...material,
      commitment: { text: 'I promise', checkDays: 15, consequence: 'revoked', basis },
    };
  }),
};

/** The lenient permit without its deed, accepted; it may come ten working days later. */
export const owingCase: readonly Act[] = [
  [{ ...filing, materials: [filed('plan')] }, wang, monday],
  [
    {
      type: 'CheckMaterials',
      taskId: 'intake#1.1',
      checks: [{ materialId: 'plan', verdict: 'complete' }],
      paperReceived: [],
    },
    counter,
    monday,
  ],
  [
    {
      type: 'AcceptCase',
      taskId: 'intake#1.1',
      opinion: '',
      deferred: [{ materialId: 'deed', days: 10 }],
    },
    counter,
    monday,
  ],
];

/** Who holds which post: those named here, beside whoever holds the posts of the examples. */
export function directory(...more: readonly Actor[]): PeopleDirectory {
  const everybody = [counter, reviewer, leader, ...more];
  return {
    holdersOf: (post) =>
      everybody
        .filter((actor) => actor.kind === 'staff' && actor.posts.includes(post))
        .map(personOf),
  };
}

/** The item with other policies, and a limit, at one step of its flow's first level. */
export function withPolicies(
  item: ItemDefinition,
  stepId: string,
  policies: StepPolicies,
  limit?: StepNode['limit'],
): ItemDefinition {
  const { flow } = item;
  if (flow?.main.kind !== 'sequence') throw new Error('the flow of the tests is a sequence');
  const children = flow.main.children.map((node) =>
    node.id === stepId ? { ...node, policies, ...(limit === undefined ? {} : { limit }) } : node,
  );
  return { ...item, flow: { ...flow, main: { ...flow.main, children } } };
}
