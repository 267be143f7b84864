import type { TryPerson } from '@yichuang/contracts';
import { stepsOf, subtree, type FlowDefinition } from '@yichuang/kernel/flow';
import { inventedNames } from './texts/invented-names.messages.ts';

/** Who asks; the same id for every item, so that a client knows who files. */
export const APPLICANT = 'applicant';

/**
 * People for trying a flow: who asks, and one for each post that may have to act; two where several
 * people hold the post in truth, so that a colleague can be tried too. Nobody real is named.
 */
export function inventedPeople(
  flow: FlowDefinition,
  holders: (post: string) => number,
): TryPerson[] {
  const posts = [...new Set([...stepsOf(flow).flatMap(postsOfStep), ...copied(flow)])];
  const people = posts.flatMap((post): TryPerson[] => {
    const count = holders(post) > 1 ? 2 : 1;
    return Array.from({ length: count }, (_, i) => ({
      id: count === 1 ? post : `${post}-${i + 1}`,
      name: '',
      posts: [post],
    }));
  });
  const cashier = pays(flow)
    ? [{ id: 'cashier', name: '', posts: [], capabilities: ['cashier'] }]
    : [];
  return [{ id: APPLICANT, name: '', posts: [] }, ...people, ...cashier].map((person, i) => ({
    ...person,
    name: inventedNames[i % inventedNames.length] ?? person.id,
  }));
}

function postsOfStep({ posts, policies }: ReturnType<typeof stepsOf>[number]): string[] {
  const { applicantHolds, nobody, timeOut } = policies ?? {};
  return [
    ...posts,
    ...(applicantHolds?.then === 'post' ? [applicantHolds.post] : []),
    ...(nobody === undefined ? [] : [nobody.post]),
    ...(timeOut?.then === 'post' ? [timeOut.post] : []),
  ];
}

function nodesOf({ main, denied }: FlowDefinition) {
  return [...subtree(main), ...(denied === undefined ? [] : subtree(denied))];
}

function copied(flow: FlowDefinition): string[] {
  return nodesOf(flow).flatMap((node) =>
    node.kind === 'automatic' && node.does.action === 'copy' ? node.does.posts : [],
  );
}

function pays(flow: FlowDefinition): boolean {
  return nodesOf(flow).some((node) => node.kind === 'wait' && node.until === 'payment');
}
