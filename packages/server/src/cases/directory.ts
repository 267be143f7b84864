/** Names of organisations and posts, and who holds a post; read often, changed rarely. */
import type { PeopleDirectory, PersonRef } from '@yichuang/kernel/case';

export interface DirectoryOrg {
  readonly id: string;
  readonly parentId?: string;
  readonly name: string;
  readonly kind: string;
  readonly creditCode?: string;
  readonly regionCode?: string;
}

export interface DirectoryPost {
  readonly id: string;
  readonly orgId: string;
  readonly name: string;
  readonly role?: string;
  /** Names of those who hold it today. */
  readonly holders: readonly string[];
  readonly people: readonly PersonRef[];
}

/** What a decision has to know about people: who holds which post, and which post is meant. */
export interface StaffDirectory {
  readonly people: PeopleDirectory;
  postOf(role: string, orgId: string): string | undefined;
  /** Posts that a person holds today. */
  postsOf(personId: string): readonly string[];
}

export interface Directory {
  org(id: string): Promise<DirectoryOrg | undefined>;
  orgs(): Promise<ReadonlyMap<string, DirectoryOrg>>;
  post(id: string): Promise<DirectoryPost | undefined>;
  posts(): Promise<ReadonlyMap<string, DirectoryPost>>;
  /** As of the last reading, at most ten seconds ago. */
  staff(): Promise<StaffDirectory>;
  /** The department that an organisation belongs to: itself or the nearest one above. */
  departmentOf(orgId: string): Promise<DirectoryOrg | undefined>;
  /** Drops what is remembered: after a change of posts. */
  forget(): void;
}
