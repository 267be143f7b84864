import { addMs, type Instant } from '../time/index.ts';
import { endOf, type Proxy } from './proxy.ts';

export type ProxyRefusalCode =
  'proxy-is-yourself' | 'proxy-period-wrong' | 'proxy-overlaps' | 'proxy-cycle';

export interface ProxyRefusal {
  readonly code: ProxyRefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Longer than a year is a change of posts, not a proxy. */
const LONGEST_MS = 366 * 86_400_000;

/**
 * Why a proxy cannot be set, most basic reason first; empty when it can. `wanted` is not among
 * `existing` yet.
 */
export function checkProxy(existing: readonly Proxy[], wanted: Proxy): readonly ProxyRefusal[] {
  if (wanted.deputy.personId === wanted.principal.personId) return [{ code: 'proxy-is-yourself' }];
  if (wanted.until <= wanted.from || wanted.until > addMs(wanted.from, LONGEST_MS)) {
    return [{ code: 'proxy-period-wrong' }];
  }
  const same = existing.find(
    (proxy) =>
      proxy.principal.personId === wanted.principal.personId &&
      common(spanOf(proxy), spanOf(wanted)) !== undefined,
  );
  if (same !== undefined) {
    return [{ code: 'proxy-overlaps', params: { deputy: same.deputy.name } }];
  }
  const via = wayBack(existing, wanted.deputy.personId, wanted.principal.personId, spanOf(wanted));
  return via === undefined ? [] : [{ code: 'proxy-cycle', params: { deputy: via.principal.name } }];
}

/** When a proxy holds, and for which items. */
interface Span {
  readonly from: Instant;
  readonly until: Instant;
  /** Absent: every item. */
  readonly itemCodes?: readonly string[];
}

function spanOf(proxy: Proxy): Span {
  const { from, itemCodes } = proxy;
  return { from, until: endOf(proxy), ...(itemCodes === undefined ? {} : { itemCodes }) };
}

/** Where both hold; undefined where they never do at once, or for no item. */
function common(a: Span, b: Span): Span | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until < b.until ? a.until : b.until;
  if (from >= until) return undefined;
  if (a.itemCodes === undefined || b.itemCodes === undefined) {
    const itemCodes = a.itemCodes ?? b.itemCodes;
    return itemCodes === undefined ? { from, until } : { from, until, itemCodes };
  }
  const others = new Set(b.itemCodes);
  const itemCodes = a.itemCodes.filter((code) => others.has(code));
  return itemCodes.length === 0 ? undefined : { from, until, itemCodes };
}

/**
 * The last proxy of a chain that leads from `person` to `principal` while all of it holds at once:
 * then nobody in the circle would be there.
 */
function wayBack(
  existing: readonly Proxy[],
  person: string,
  principal: string,
  span: Span,
): Proxy | undefined {
  for (const proxy of existing.filter((p) => p.principal.personId === person)) {
    const shared = common(spanOf(proxy), span);
    if (shared === undefined) continue;
    if (proxy.deputy.personId === principal) return proxy;
    const others = existing.filter((other) => other !== proxy);
    const found = wayBack(others, proxy.deputy.personId, principal, shared);
    if (found !== undefined) return found;
  }
  return undefined;
}
