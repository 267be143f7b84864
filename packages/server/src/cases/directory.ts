/** Names of organisations and posts, and who holds a post; read often, changed rarely. */
export interface DirectoryOrg {
  readonly id: string;
  readonly parentId?: string;
  readonly name: string;
  readonly kind: string;
  readonly creditCode?: string;
}

export interface DirectoryPost {
  readonly id: string;
  readonly orgId: string;
  readonly name: string;
  readonly holders: readonly string[];
}

export interface Directory {
  org(id: string): Promise<DirectoryOrg | undefined>;
  orgs(): Promise<ReadonlyMap<string, DirectoryOrg>>;
  post(id: string): Promise<DirectoryPost | undefined>;
  posts(): Promise<ReadonlyMap<string, DirectoryPost>>;
  /** The department that an organisation belongs to: itself or the nearest one above. */
  departmentOf(orgId: string): Promise<DirectoryOrg | undefined>;
  /** Drops what is remembered: after a change of posts. */
  forget(): void;
}
