import { SPECIAL_LETTERS } from '@yichuang/kernel/case';
import type { DirectoryOrg } from '../cases/index.ts';
import { orgIdsFor } from '../people/index.ts';
import type { Session } from '../platform/http/index.ts';

/** What of the board somebody sees. */
export interface BoardScope {
  /** Organisations whose cases are counted; undefined: all. */
  readonly orgIds?: ReadonlySet<string>;
  /** Appointed for sensitive and confidential letters; for others those do not exist. */
  readonly isSpecial: boolean;
  /** A letter that complains of them by this name is listed to them nowhere. */
  readonly name: string;
}

/** Who watches sees everything; leaders see what is theirs to lead. */
export function boardScopeOf(session: Session): BoardScope {
  const capabilities = session.posts.flatMap((post) => post.capabilities);
  const watches = capabilities.includes('supervise');
  return {
    ...(watches ? {} : { orgIds: orgIdsFor(session, 'insight:read') }),
    isSpecial: capabilities.includes(SPECIAL_LETTERS),
    name: session.name ?? '',
  };
}

export function isInScope(
  scope: BoardScope,
  place: { readonly orgId: string; readonly isWithheld: boolean },
): boolean {
  if (place.isWithheld && !scope.isSpecial) return false;
  return scope.orgIds === undefined || scope.orgIds.has(place.orgId);
}

type Orgs = ReadonlyMap<string, DirectoryOrg>;

const UNITS: ReadonlySet<string> = new Set(['department', 'township', 'superior']);

/** Under which row an organisation is counted: its department, township or level above. */
export function unitOf(orgs: Orgs, orgId: string): string {
  for (let org = orgs.get(orgId); org !== undefined;) {
    if (UNITS.has(org.kind)) return org.id;
    org = org.parentId === undefined ? undefined : orgs.get(org.parentId);
  }
  return orgId;
}

/** The organisations that a row counts, as far as the scope reaches. */
export function orgIdsOfUnit(orgs: Orgs, unitId: string, scope: BoardScope): string[] {
  return [...orgs.keys()].filter(
    (orgId) =>
      unitOf(orgs, orgId) === unitId && (scope.orgIds === undefined || scope.orgIds.has(orgId)),
  );
}
