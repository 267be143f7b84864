/** The people of a script as the kernel knows actors. */
import type { Actor, CaseContext, CasePolicies, ItemDefinition } from '../case/index.ts';
import { grantOf, proxiesInForce, type Proxy, type ProxyGrant } from '../proxy/index.ts';
import { instant, type Instant } from '../time/index.ts';
import type { PlayInput } from './play-input.ts';
import { SYSTEM_ACTOR, type PlayProxy, type PlayScript } from './script.ts';

const DEFAULT_POLICIES: CasePolicies = { filingDay: 'A' };
/** Later than any play goes on. */
const NEVER = instant('9999-12-31T00:00:00.000Z');

export function actorOf(id: string, script: PlayScript, item: ItemDefinition, at: Instant): Actor {
  const person = script.people.find((each) => each.id === id);
  if (person === undefined) return { kind: 'system', rule: SYSTEM_ACTOR };
  const { name } = person;
  if (!person.isStaff) return { kind: 'applicant', personId: id, name };
  const proxies = grantsOf(id, script, at);
  return {
    kind: 'staff',
    personId: id,
    name,
    posts: person.posts,
    orgId: person.orgId ?? item.orgId,
    capabilities: person.capabilities,
    ...(proxies.length === 0 ? {} : { proxies }),
  };
}

export function contextFor(
  { item, script, calendar, rules, evaluate, policies }: PlayInput,
  at: Instant,
): Omit<CaseContext, 'actor'> {
  const holdersOf = (post: string) =>
    script.people
      .filter((person) => person.posts.includes(post))
      .map(({ id, name }) => ({ personId: id, name }));
  return {
    at,
    item,
    calendar,
    rules,
    evaluate,
    policies: policies ?? DEFAULT_POLICIES,
    people: { holdersOf },
  };
}

function grantsOf(id: string, script: PlayScript, at: Instant): ProxyGrant[] {
  const all = script.proxies.map((proxy, i) => proxyOf(proxy, i, script));
  return proxiesInForce(all, id, at).map((proxy) => {
    const principal = script.people.find((person) => person.id === proxy.principal.personId);
    return grantOf(proxy, principal?.posts ?? []);
  });
}

function proxyOf(proxy: PlayProxy, i: number, script: PlayScript): Proxy {
  const refOf = (id: string) => ({
    personId: id,
    name: script.people.find((person) => person.id === id)?.name ?? id,
  });
  return {
    proxyId: `proxy-${i + 1}`,
    principal: refOf(proxy.principalId),
    deputy: refOf(proxy.deputyId),
    setBy: refOf(proxy.principalId),
    from: proxy.from ?? script.startsAt,
    until: proxy.until ?? NEVER,
    includesCurrent: proxy.includesCurrent,
    ...(proxy.itemCodes === undefined ? {} : { itemCodes: proxy.itemCodes }),
  };
}
