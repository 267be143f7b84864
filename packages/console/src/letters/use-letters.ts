import { useQuery } from '@tanstack/react-query';
import { lettersApi } from '../api/letters.ts';

const LONG_MS = 5 * 60_000;

/** Suggestions for who handles the letter; undefined while they are on their way. */
export function useAssistance(caseId: string) {
  return useQuery({
    queryKey: ['letter-assistance', caseId],
    queryFn: () => lettersApi.assistance(caseId),
    staleTime: 60_000,
  });
}

export function useUnits() {
  return useQuery({ queryKey: ['letter-units'], queryFn: lettersApi.units, staleTime: LONG_MS });
}

export function useWays() {
  return useQuery({ queryKey: ['letter-ways'], queryFn: lettersApi.ways, staleTime: LONG_MS });
}
