import { useParams } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { CaseWorkplace } from './CaseWorkplace.tsx';
import { useCase, useItem } from './use-case.ts';

export function CasePage() {
  const { t } = useLocale();
  const { caseId = '' } = useParams({ strict: false });
  const found = useCase(caseId);
  const item = useItem(found.data?.itemCode, found.data?.itemVersion);
  if (found.data !== undefined) {
    return <CaseWorkplace key={caseId} view={found.data} item={item} />;
  }
  return (
    <Page title={t('case.loading')}>
      {found.isError ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </Page>
  );
}
