import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { officeApi } from '../api/office.ts';
import { useLocale } from '../session/use-locale.ts';
import { sentenceOf } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';

/** 关注: keeps the case on one's own list, and tells nobody. */
export function FollowButton({ caseId }: { readonly caseId: string }) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const queryKey = ['follow', caseId];
  const isFollowed = useQuery({ queryKey, queryFn: () => officeApi.follow(caseId) }).data
    ?.isFollowed;
  const change = useMutation({
    mutationFn: (wanted: boolean) => officeApi.setFollow(caseId, wanted),
    onSuccess: (state) => {
      queries.setQueryData(queryKey, state);
      void queries.invalidateQueries({ queryKey: ['tasks'] });
    },
    onError: (error: Error) => toast(sentenceOf(error, t)),
  });
  if (isFollowed === undefined) return null;
  return (
    <Button
      size="small"
      aria-pressed={isFollowed}
      loading={change.isPending}
      onClick={() => change.mutate(!isFollowed)}
    >
      {t(isFollowed ? 'follow.off' : 'follow.on')}
    </Button>
  );
}
