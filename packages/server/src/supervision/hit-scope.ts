import { SPECIAL_LETTERS } from '@yichuang/kernel/case';
import { orgIdsFor } from '../people/index.ts';
import type { Session } from '../platform/http/index.ts';

/** Which hits somebody sees. */
export interface HitScope {
  /** Undefined: of all organisations, and the suspicions with them. */
  readonly orgIds?: readonly string[];
  /** Appointed for sensitive and confidential letters; for others those do not exist. */
  readonly isSpecial: boolean;
  /** Of who asks, '' where it is not known: nobody sees what was found in letters about them. */
  readonly name: string;
}

/**
 * Who supervises sees everything. Leaders see what was found in their own units, once it is red:
 * nothing is held against anybody in secret. Suspicions by statistics are for supervision alone,
 * since a figure accuses nobody before somebody looked.
 */
export function hitScopeOf(session: Session): HitScope {
  const capabilities = session.posts.flatMap((post) => post.capabilities);
  const isSpecial = capabilities.includes(SPECIAL_LETTERS);
  const name = session.name?.trim() ?? '';
  if (isSupervisor(session)) return { isSpecial, name };
  return { orgIds: [...orgIdsFor(session, 'insight:read')], isSpecial, name };
}

/** By a post of supervision, not as a leader. */
export function isSupervisor(session: Session): boolean {
  return session.posts.some(({ capabilities }) => capabilities.includes('supervise'));
}
