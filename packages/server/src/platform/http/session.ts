/** Who is asking, as a route needs to know it. Made by slice people from the session's token. */
export interface Session {
  readonly id: string;
  readonly tenantId: string;
  readonly kind: 'resident' | 'staff';
  readonly personId: string;
  /** Absent for residents. */
  readonly accountId?: string;
  readonly name?: string;
  /** Posts held today; none for residents. */
  readonly posts: readonly HeldPost[];
  /** The password must be changed before anything else is possible. */
  readonly mustChangePassword: boolean;
}

export interface HeldPost {
  readonly postId: string;
  readonly postName: string;
  readonly orgId: string;
  /** Roles of people/policy.ts. */
  readonly capabilities: readonly string[];
  /** The post's organisation and every one below it. */
  readonly orgIds: ReadonlySet<string>;
}

/**
 * What a route demands before its handler runs. `account` is staff who may still have to change
 * their password. An `action` is one of people/policy.ts, held anywhere; the use case asks again
 * with the organisation in question.
 */
export type RouteRight = 'public' | 'resident' | 'staff' | 'account' | { readonly action: string };

/** What http asks of slice people; an interface, because platform imports no slice. */
export interface Guard {
  /** Undefined when the token is unknown, ended or revoked. */
  findSession(token: string): Promise<Session | undefined>;
  permits(session: Session, action: string): boolean;
}
