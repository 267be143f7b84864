import type { HeldPost, Session } from '../platform/http/index.ts';

/** Everything that staff can be allowed to do. What is not in the table below nobody may do. */
export const actions = [
  'case:read',
  'case:act',
  'case:file-on-behalf',
  'case:reassign',
  'case:rebase',
  'fee:record-payment',
  'supervision:read',
  'supervision:act',
  'rule:publish',
  'item:import',
  'item:design',
  'pack:publish',
  'people:manage',
  'people:hand-over',
  'proxy:set-for-others',
  'ledger:publish',
  'clock:move',
  'demo:gateway',
  'person:read-numbers',
  'insight:read',
  'letter:handle',
  'letter:enter',
  'letter:office',
  'letter:report',
  'trial:manage',
  'upload:read',
  'upload:manage',
  'review:read',
  'review:handle',
] as const;

export type Action = (typeof actions)[number];

/**
 * What a post's capabilities allow. The administrator keeps the machine running and reads no
 * case; the supervisor sees everything and does nothing to a case: whoever watches does not act.
 */
export const roles = {
  clerk: ['case:read', 'case:act', 'case:file-on-behalf', 'person:read-numbers'],
  reviewer: ['case:read', 'case:act', 'review:read'],
  leader: ['case:read', 'case:act', 'case:reassign', 'insight:read'],
  finance: ['case:read', 'fee:record-payment'],
  supervisor: [
    'case:read',
    'supervision:read',
    'supervision:act',
    'rule:publish',
    'insight:read',
    'upload:read',
    'review:read',
  ],
  manager: [
    'case:read',
    'case:reassign',
    'case:rebase',
    'people:hand-over',
    'supervision:read',
    'insight:read',
    'ledger:publish',
    'upload:read',
    'upload:manage',
  ],
  administrator: [
    'item:import',
    'item:design',
    'pack:publish',
    'people:manage',
    'people:hand-over',
    'proxy:set-for-others',
    'ledger:publish',
    'trial:manage',
    'upload:read',
    'upload:manage',
  ],
  /** Keeps the diary of the leaders of an office: sets proxies for them. */
  secretary: ['proxy:set-for-others'],
  /** Draws items and their flows for an office, and publishes them from a day on. */
  designer: ['item:design'],
  /** Has letters, and nothing of what else the organisation deals with. */
  correspondent: ['letter:handle'],
  'letter-clerk': ['letter:enter'],
  'letters-officer': ['letter:enter', 'letter:office'],
  'letter-reporter': ['letter:report'],
  /** Calls back who was not content, judges appeals, publishes: never of the reviewed unit. */
  'reviews-officer': ['review:read', 'review:handle'],
  demonstrator: ['clock:move', 'demo:gateway'],
} as const satisfies Record<string, readonly Action[]>;

export type Role = keyof typeof roles;

export interface PolicyScope {
  /** The organisation that the thing belongs to; without it: anywhere at all. */
  readonly orgId?: string;
}

function isRole(name: string): name is Role {
  return Object.hasOwn(roles, name);
}

/**
 * Rights are role × organisation subtree × action: some post of the session must have a role with
 * that action, and the organisation must be the post's own or below it. Residents have none: what
 * they may do with their own cases the case itself decides.
 */
export function can(session: Session, action: Action, { orgId }: PolicyScope = {}): boolean {
  if (session.kind !== 'staff' || session.mustChangePassword) return false;
  return session.posts.some(({ capabilities, orgIds }) => {
    if (orgId !== undefined && !orgIds.has(orgId)) return false;
    return capabilities.some((name) => isRole(name) && allows(name, action));
  });
}

function allows(role: Role, action: Action): boolean {
  const allowed: readonly Action[] = roles[role];
  return allowed.includes(action);
}

/** The posts by which the session may do that: what it reaches hangs on these alone. */
export function postsFor(session: Session, action: Action): readonly HeldPost[] {
  return session.posts.filter((post) => can({ ...session, posts: [post] }, action));
}

/** Every organisation in which the session may do that; for lists and their indexes. */
export function orgIdsFor(session: Session, action: Action): ReadonlySet<string> {
  const found = new Set<string>();
  for (const post of session.posts) {
    for (const orgId of post.orgIds) if (can(session, action, { orgId })) found.add(orgId);
  }
  return found;
}

/** What the session may do somewhere; for menus. */
export function actionsOf(session: Session): Action[] {
  return actions.filter((action) => can(session, action));
}

export function isAction(name: string): name is Action {
  return (actions as readonly string[]).includes(name);
}
