import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { casesApi } from '../api/cases.ts';
import { officeApi } from '../api/office.ts';
import type { InboxFilters, InboxList } from './filters.ts';

const REFRESH_MS = 15_000;
const PAGE = 50;

/** Pages of the list in the server's order (what falls due first), renewed every 15 seconds. */
export function useTasks(list: InboxList, filters: InboxFilters) {
  return useInfiniteQuery({
    queryKey: ['tasks', list, filters],
    queryFn: ({ pageParam, signal }) =>
      casesApi.tasks({ list, ...filters, cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: REFRESH_MS,
    // What is on screen stays there while a changed filter loads: nothing jumps.
    placeholderData: (before) => before,
  });
}

/** How much there is to do, for the menu and the browser tab. */
export function useTodoCounts() {
  return useQuery({
    queryKey: ['tasks', 'counts'],
    queryFn: ({ signal }) => casesApi.tasks({ list: 'todo', limit: 1 }, signal),
    select: (page) => page.counts,
    refetchInterval: REFRESH_MS,
  }).data;
}

/** How much waits on each list. */
export function useListCounts() {
  return useQuery({
    queryKey: ['tasks', 'lists'],
    queryFn: ({ signal }) => officeApi.counts(signal),
    refetchInterval: REFRESH_MS,
  }).data;
}

/** '12', or '1,000+' where the server stops counting; '' for nothing. */
export function countText(count: number, isCapped: boolean): string {
  if (isCapped) return '1,000+';
  return count === 0 ? '' : String(count);
}
