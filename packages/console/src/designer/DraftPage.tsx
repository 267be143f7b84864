import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { designerApi } from '../api/designer.ts';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { DraftWorkbench } from './DraftWorkbench.tsx';
import './designer.css';

export function DraftPage() {
  const { t } = useLocale();
  const { draftId = '' } = useParams({ strict: false });
  const mayDesign = useMay('item:design');
  // What is open on the screen is newer than the server's, so nothing is read again by itself.
  const found = useQuery({
    queryKey: ['design', draftId],
    queryFn: () => designerApi.draft(draftId),
    enabled: mayDesign,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (!mayDesign) return <Page title={t('designer.title')}>{t('state.noRight')}</Page>;
  if (found.data !== undefined) return <DraftWorkbench key={draftId} view={found.data} />;
  return (
    <Page title={t('designer.opening')}>
      {found.isError ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 10 }} />
      )}
    </Page>
  );
}
