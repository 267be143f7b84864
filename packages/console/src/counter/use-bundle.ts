import { useQuery } from '@tanstack/react-query';
import { bundlesApi } from '../api/bundles.ts';
import { useLocale } from '../session/use-locale.ts';

/** The bundle whose whole is this item; undefined for every other item. */
export function useBundle(itemCode: string | undefined) {
  const { locale } = useLocale();
  const { data } = useQuery({
    queryKey: ['bundles', locale],
    queryFn: bundlesApi.list,
    enabled: itemCode !== undefined,
    staleTime: 5 * 60_000,
  });
  return data?.find((bundle) => bundle.itemCode === itemCode);
}
