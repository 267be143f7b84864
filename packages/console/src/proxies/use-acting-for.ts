import type { ProxyView } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { peopleApi } from '../api/people.ts';
import { useSession } from '../session/use-session.ts';
import { isActing } from './proxy-values.ts';

const EVERY_MINUTE_MS = 60_000;

/** Proxies under which I act for somebody now; none while it is not known. */
export function useActingFor(): readonly ProxyView[] {
  const me = useSession().staff?.personId;
  const found = useQuery({
    queryKey: ['proxies', ''],
    queryFn: () => peopleApi.proxies(),
    refetchInterval: EVERY_MINUTE_MS,
  });
  return (found.data ?? []).filter((proxy) => isActing(proxy, me));
}
