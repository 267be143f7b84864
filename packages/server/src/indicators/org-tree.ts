/** Offices and what lies below them. Pure. */
import type { DirectoryOrg } from '../cases/index.ts';

/** After the id of an office: its own cases without those of the offices below it. */
export const OWN = '#own';

export interface OrgTree {
  readonly rootId: string;
  nameOf(orgId: string): string;
  childrenOf(orgId: string): readonly DirectoryOrg[];
  /** The office itself and all below it. */
  below(orgId: string): readonly string[];
  /** From the top down to the office. */
  pathTo(orgId: string): readonly DirectoryOrg[];
  has(orgId: string): boolean;
}

export function orgTree(orgs: ReadonlyMap<string, DirectoryOrg>): OrgTree {
  const children = new Map<string, DirectoryOrg[]>();
  for (const org of orgs.values()) {
    if (org.parentId === undefined) continue;
    children.set(org.parentId, [...(children.get(org.parentId) ?? []), org]);
  }
  const county = [...orgs.values()].find(({ kind }) => kind === 'county');
  if (county === undefined) throw new Error('there is no county among the offices');
  const childrenOf = (orgId: string): readonly DirectoryOrg[] => children.get(orgId) ?? [];
  const below = (orgId: string): readonly string[] => [
    orgId,
    ...childrenOf(orgId).flatMap(({ id }) => below(id)),
  ];
  return {
    rootId: county.id,
    nameOf: (orgId) => orgs.get(orgId)?.name ?? orgId,
    childrenOf,
    below,
    pathTo(orgId) {
      const path: DirectoryOrg[] = [];
      let org = orgs.get(orgId);
      while (org !== undefined) {
        path.unshift(org);
        org = org.parentId === undefined ? undefined : orgs.get(org.parentId);
      }
      return path;
    },
    has: (orgId) => orgs.has(orgId),
  };
}
