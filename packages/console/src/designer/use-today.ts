import { useQuery } from '@tanstack/react-query';
import { administrationApi } from '../api/administration.ts';
import { dayOf } from '../format/format-day.ts';

/** The platform's own day, which in a demonstration is not the computer's. */
export function useToday(): string {
  const clock = useQuery({
    queryKey: ['demo-clock'],
    queryFn: administrationApi.demoClock,
    retry: false,
  });
  return dayOf(clock.data?.now ?? new Date().toISOString());
}
