import { useQuery } from '@tanstack/react-query';
import { peopleApi } from '../api/people.ts';

const EVERY_MINUTE_MS = 60_000;

/** How many messages are unread; 0 while it is not known. */
export function useUnread(): number {
  const found = useQuery({
    // Below the key of the list, so that reading a message counts anew.
    queryKey: ['messages', 'unread'],
    queryFn: peopleApi.unread,
    refetchInterval: EVERY_MINUTE_MS,
  });
  return found.data?.count ?? 0;
}
