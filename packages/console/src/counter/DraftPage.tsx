import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { counterApi } from '../api/counter.ts';
import { useItem } from '../case/use-case.ts';
import { useLocale } from '../session/use-locale.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { DraftDesk } from './DraftDesk.tsx';

export function DraftPage() {
  const { t } = useLocale();
  const { draftId = '' } = useParams({ strict: false });
  const draft = useQuery({
    queryKey: ['draft', draftId],
    queryFn: () => counterApi.draft(draftId),
    // What is being typed must not be replaced by a refetch.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    // Whoever comes back sees what was saved last, not what was loaded first.
    gcTime: 0,
  });
  const item = useItem(draft.data?.itemCode);
  if (draft.data !== undefined && item !== undefined) {
    return <DraftDesk key={draftId} draft={draft.data} item={item} />;
  }
  return (
    <Page title={t('counter.title')}>
      {draft.isError ? (
        <ProblemNotice error={draft.error} onRetry={() => void draft.refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 10 }} />
      )}
    </Page>
  );
}
