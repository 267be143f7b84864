import { useQuery } from '@tanstack/react-query';
import { casesApi } from '../api/cases.ts';

const REFRESH_MS = 30_000;

export function useCase(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId],
    queryFn: () => casesApi.case(caseId),
    refetchInterval: REFRESH_MS,
  });
}

/**
 * The item's definition: sections of the form, what each material asks, legal basis. A case runs on
 * its own version; without one, the version in force.
 */
export function useItem(code: string | undefined, version?: number) {
  return useQuery({
    queryKey: ['item', code, version],
    queryFn: () => casesApi.item(code ?? '', version),
    enabled: code !== undefined,
    staleTime: 5 * 60_000,
  }).data;
}
