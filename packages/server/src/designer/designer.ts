import { can, orgIdsFor } from '../people/index.ts';
import type { Session } from '../platform/http/index.ts';

/** Who designs, and for which organisations. */
export interface Designer {
  readonly personId: string;
  /** Absent: for every one; so for whoever may publish whole packs. */
  readonly orgIds?: ReadonlySet<string>;
}

export function designerOf(session: Session): Designer {
  const { personId } = session;
  if (can(session, 'pack:publish')) return { personId };
  return { personId, orgIds: orgIdsFor(session, 'item:design') };
}

export function mayDesignFor({ orgIds }: Designer, orgId: string): boolean {
  return orgIds === undefined || orgIds.has(orgId);
}
