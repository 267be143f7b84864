import type { TrialView } from '@yichuang/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { trialApi } from '../api/trial.ts';

const KEY = ['trial'];

/** While it starts or is being filled, or is being emptied, a look each second; else each ten. */
function waitMs(view: TrialView | undefined): number {
  const isBusy =
    view?.state === 'starting' || view?.filling?.state === 'filling' || (view?.toPurge ?? 0) > 0;
  return isBusy ? 1_000 : 10_000;
}

export function useTrial() {
  return useQuery({
    queryKey: KEY,
    queryFn: trialApi.view,
    refetchInterval: ({ state }) => waitMs(state.data),
  });
}

/** An act on the trial county; what it answers is what the page shows next. */
export function useTrialAct<A>(act: (wish: A) => Promise<TrialView>, onDone?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData(KEY, view);
      onDone?.();
    },
  });
}
