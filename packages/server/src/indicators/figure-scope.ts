/** Whose figures somebody may read: who watches everybody's, leaders those of what they lead. */
import { can, orgIdsFor } from '../people/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { OrgTree } from './org-tree.ts';

export interface FigureScope {
  /** The office that stands above all that may be read; the county for who watches. */
  readonly topId: string;
  mayRead(orgId: string): boolean;
}

export const everything = (tree: OrgTree): FigureScope => ({
  topId: tree.rootId,
  mayRead: () => true,
});

export function figureScopeOf(session: Session, tree: OrgTree): FigureScope {
  if (can(session, 'supervision:read')) return everything(tree);
  const mine = orgIdsFor(session, 'insight:read');
  const tops = [...mine].filter((orgId) => {
    const above = tree.pathTo(orgId).at(-2);
    return above === undefined || !mine.has(above.id);
  });
  // Who leads two offices begins with the larger one, and may ask for the other by its id.
  const [topId = tree.rootId] = tops.toSorted(
    (a, b) => tree.below(b).length - tree.below(a).length || (a < b ? -1 : 1),
  );
  return { topId, mayRead: (orgId) => mine.has(orgId) };
}
