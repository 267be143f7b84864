import type { Actor, CaseContext, ItemDefinition, ProxyGrant } from '@yichuang/kernel/case';
import type { Session } from '../platform/http/index.ts';
import type { CaseDeps } from './case-deps.ts';
import type { StaffDirectory } from './directory.ts';

type Deps = Pick<CaseDeps, 'clock' | 'statutes' | 'policies' | 'evaluate'>;

/** Everything a decision may depend on, read once at its beginning. */
export function contextOf(
  deps: Deps,
  actor: Actor,
  item: ItemDefinition,
  staff?: StaffDirectory,
): CaseContext {
  return {
    at: deps.clock.now(),
    actor,
    item,
    calendar: deps.statutes.calendar,
    rules: deps.statutes.rules,
    policies: deps.policies,
    evaluate: deps.evaluate,
    ...(staff === undefined
      ? {}
      : { people: staff.people, postOf: (role, orgId) => staff.postOf(role, orgId) }),
  };
}

export function staffActor(
  session: Session,
  proxies: readonly ProxyGrant[] = [],
): Actor & {
  readonly kind: 'staff';
} {
  const [first] = session.posts;
  return {
    kind: 'staff',
    personId: session.personId,
    name: session.name ?? '',
    posts: session.posts.map((post) => post.postId),
    orgId: first?.orgId ?? '',
    capabilities: [...new Set(session.posts.flatMap((post) => post.capabilities))],
    ...(proxies.length === 0 ? {} : { proxies }),
  };
}

export function applicantActor(person: ActingApplicant): Actor {
  const { personId, name = '', isAtWindow } = person;
  return { kind: 'applicant', personId, name, ...(isAtWindow === true ? { isAtWindow } : {}) };
}

export interface ActingApplicant extends Pick<Session, 'personId' | 'name'> {
  /** See `Actor`. */
  readonly isAtWindow?: true;
}
