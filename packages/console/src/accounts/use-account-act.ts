import type { AccountView } from '@yichuang/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocale } from '../session/use-locale.ts';
import { sentenceOf } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';

/** An act on one account; afterwards the list shows what is. */
export function useAccountAct<A>(act: (wish: A) => Promise<AccountView>, done: string) {
  const { t } = useLocale();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      toast(done);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['accounts'] }),
        queries.invalidateQueries({ queryKey: ['account-posts'] }),
      ]);
    },
    onError: (error: Error) => toast(sentenceOf(error, t)),
  });
}
