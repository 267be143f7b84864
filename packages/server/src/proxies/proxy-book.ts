/**
 * Which proxies are in force now, for every request of a member of staff. Few rows, asked for all
 * the time: remembered for some seconds and dropped at once when this process changes one.
 */
import type { ProxyGrant } from '@yichuang/kernel/case';
import { grantOf, proxiesInForce } from '@yichuang/kernel/proxy';
import type { Instant } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';
import { listLiveProxies, type StoredProxy } from './proxy-store.pg.ts';

const CACHE_MS = 5_000;

export interface ProxyBook {
  /** What the deputy may do for others at that instant, with the posts those hold. */
  grantsOf(deputyId: string, at: Instant): Promise<readonly ProxyGrant[]>;
  /** Names of those whose tasks somebody else can do now, by person: "away, Li acts". */
  deputiesOf(principalId: string, at: Instant): Promise<readonly StoredProxy[]>;
  forget(): void;
}

export interface ProxyBookDeps {
  readonly db: Db;
  readonly tenantId: string;
  readonly postsOf: (personId: string) => Promise<readonly string[]>;
}

export function createProxyBook({ db, tenantId, postsOf }: ProxyBookDeps): ProxyBook {
  let known: { readonly live: Promise<StoredProxy[]>; readonly until: number } | undefined;
  const live = (at: Instant): Promise<StoredProxy[]> => {
    if (known === undefined || known.until < performance.now()) {
      known = { live: listLiveProxies(db, tenantId, at), until: performance.now() + CACHE_MS };
      // A failed read must not be remembered.
      known.live.catch(() => (known = undefined));
    }
    return known.live;
  };
  return {
    async grantsOf(deputyId, at) {
      const running = proxiesInForce(await live(at), deputyId, at);
      return Promise.all(
        running.map(async (proxy) => grantOf(proxy, await postsOf(proxy.principal.personId))),
      );
    },
    async deputiesOf(principalId, at) {
      return (await live(at)).filter(
        (proxy) => proxy.principal.personId === principalId && proxy.from <= at && at < proxy.until,
      );
    },
    forget() {
      known = undefined;
    },
  };
}
