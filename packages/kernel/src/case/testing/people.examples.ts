/** Six people of one office, who holds which post, and who stands in for whom. */
import type { Agreement, OnReject, StepNode } from '../../flow/index.ts';
import type { Actor, CaseContext, CommandOf, PeopleDirectory, PersonRef } from '../index.ts';
import { bare, counter, flowAround, leader, on, outsider, staff, step } from './case.examples.ts';
import { acceptedCase, tuesday, type Act, type Story } from './specification.examples.ts';

export function personOf(actor: Actor): PersonRef {
  if (actor.kind === 'system') throw new Error('the system is no person');
  return { personId: actor.personId, name: actor.name };
}

/** Members of a step with the posts `a`, `b`, `c`; Ann and Amy share the first. */
export const ann = staff('Ann', ['a']);
export const amy = staff('Amy', ['a']);
export const bob = staff('Bob', ['b']);
export const cid = staff('Cid', ['c']);
/** Colleagues with no part in any flow, to be asked. */
export const dee = staff('Dee', ['elsewhere']);
export const eve = staff('Eve', ['elsewhere']);
export const administrator = staff('Root', [], ['administer-cases', 'hand-over']);

const colleagues = [ann, amy, bob, cid, dee, eve, outsider, leader, counter];

export const directory: PeopleDirectory = {
  holdersOf: (post) =>
    colleagues
      .filter((actor) => actor.kind === 'staff' && actor.posts.includes(post))
      .map(personOf),
};

export interface ProxyScope {
  readonly itemCodes?: readonly string[];
  readonly openedFrom?: CaseContext['at'];
}

/** `deputy` acts in the place of `principal` as well. */
export function standingInFor(deputy: Actor, principal: Actor, scope: ProxyScope = {}): Actor {
  if (deputy.kind !== 'staff' || principal.kind !== 'staff') throw new Error('staff only');
  const { posts } = principal;
  const grant = { proxyId: 'x1', principal: personOf(principal), posts, ...scope };
  return { ...deputy, proxies: [...(deputy.proxies ?? []), grant] };
}

export function adding(
  kind: 'before' | 'with' | 'after',
  taskId: string,
  person: Actor,
  weight?: number,
): CommandOf<'AddSigner'> {
  return {
    type: 'AddSigner',
    taskId,
    kind,
    person: personOf(person),
    reason: 'to be sure',
    ...(weight === undefined ? {} : { weight }),
  };
}

export function add(
  kind: 'before' | 'with' | 'after',
  taskId: string,
  person: Actor,
  by: Actor,
  at: CaseContext['at'] = tuesday,
): Act {
  return [adding(kind, taskId, person), by, at];
}

/** Minutes after ten on Tuesday: acts that follow each other are never in the same instant. */
export function minute(n: number): CaseContext['at'] {
  return on('2026-03-03', `10:${String(n).padStart(2, '0')}`);
}

/** An accepted case at a step of Ann or Amy, Bob, and Cid, before the leader decides. */
export function joint(
  agreement: Agreement = { rule: 'all', rejectCounts: 'at-once' },
  more: Partial<Pick<StepNode, 'duty' | 'opinion' | 'onReject' | 'posts' | 'limit'>> = {},
): Story {
  const { duty = 'review', ...rest } = more;
  const posts = agreement.rule === 'one' ? ['a', 'b'] : ['a', 'b', 'c'];
  const onReject: OnReject = { then: 'continue' };
  const signed = step('joint', duty, { posts, agreement, onReject, ...rest });
  return acceptedCase(bare(flowAround(signed))).within({ people: directory });
}
