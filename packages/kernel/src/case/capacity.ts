/** In which capacity somebody holds a task: for themselves, or in somebody's place (代理). */
import type { TaskState } from '../flow/index.ts';
import type { CaseContext } from './commands.ts';
import type { Actor, PersonRef, ProxyGrant } from './party.ts';
import type { CaseState } from './state.ts';

export interface Capacity {
  /** The actor, or the principal in whose place the actor acts. */
  readonly person: PersonRef;
  /** Absent where the task has no post: an added signer's, an opinion. */
  readonly post?: string;
  readonly onBehalfOf?: PersonRef;
}

type Staff = Extract<Actor, { readonly kind: 'staff' }>;

/**
 * A task of nobody's post: it waits on the list of whoever has the capability, for instance
 * `capability:administer-cases` where nobody else qualifies.
 */
const CAPABILITY = 'capability:';

/**
 * The actor's own capacity first: a deputy who is a holder too acts for themselves. A task with a
 * holder is that person's alone, whoever has its posts; `isByPost` asks as if it had none.
 */
export function capacityIn(
  task: TaskState,
  { actor, item }: Pick<CaseContext, 'actor' | 'item'>,
  isByPost = false,
): Capacity | undefined {
  if (actor.kind !== 'staff') return undefined;
  const holder = isByPost ? undefined : task.holder;
  const self = { personId: actor.personId, name: actor.name };
  const own = placeOf(task, holder, self, ownPosts(actor));
  if (own !== undefined) return { person: self, ...own };
  for (const grant of actor.proxies ?? []) {
    if (!covers(grant, item.code, task)) continue;
    const found = placeOf(task, holder, grant.principal, grant.posts);
    const { principal } = grant;
    if (found !== undefined) return { person: principal, onBehalfOf: principal, ...found };
  }
  return undefined;
}

function placeOf(
  task: TaskState,
  holder: PersonRef | undefined,
  person: PersonRef,
  posts: readonly string[],
): { readonly post?: string } | undefined {
  const post = task.posts.find((id) => posts.includes(id));
  if (holder === undefined) return post === undefined ? undefined : { post };
  if (holder.personId !== person.personId) return undefined;
  const shown = post ?? task.posts[0];
  return shown === undefined ? {} : { post: shown };
}

function ownPosts({ posts, capabilities }: Staff): readonly string[] {
  return [...posts, ...capabilities.map((capability) => `${CAPABILITY}${capability}`)];
}

function covers(grant: ProxyGrant, itemCode: string, task: TaskState): boolean {
  const isInScope = grant.itemCodes === undefined || grant.itemCodes.includes(itemCode);
  return isInScope && (grant.openedFrom === undefined || task.openedAt >= grant.openedFrom);
}

/** The person that the actor is, or may act for in this case, if it is this one. */
export function actsFor(
  personId: string,
  { actor, item }: Pick<CaseContext, 'actor' | 'item'>,
): Pick<Capacity, 'onBehalfOf'> | undefined {
  if (actor.kind !== 'staff') return undefined;
  if (actor.personId === personId) return {};
  const grant = actor.proxies?.find(
    ({ principal, itemCodes }) =>
      principal.personId === personId && (itemCodes?.includes(item.code) ?? true),
  );
  return grant === undefined ? undefined : { onBehalfOf: grant.principal };
}

/** Applicant, or whoever filed for one: neither has a say in the case. */
export function isParty(state: CaseState, personId: string): boolean {
  return personId === state.applicant.personId || personId === state.contact.personId;
}

/** Whether the person signed this task, also through a deputy or in somebody's place. */
export function hasSigned(task: TaskState, personId: string): boolean {
  return (
    task.kind !== 'opinion' &&
    task.status === 'done' &&
    (task.closedBy?.personId === personId || task.onBehalfOf?.personId === personId)
  );
}
