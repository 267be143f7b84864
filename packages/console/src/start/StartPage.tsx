import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { officeApi } from '../api/office.ts';
import { useLocale } from '../session/use-locale.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';

/** What may be started, most used first; drafts above. */
export function StartPage() {
  const { t } = useLocale();
  const home = useQuery({ queryKey: ['office', 'home'], queryFn: officeApi.home });
  const drafts = useQuery({ queryKey: ['office', 'drafts'], queryFn: officeApi.drafts });
  const count = drafts.data?.length ?? 0;
  return (
    <Page title={t('nav.start')}>
      {home.isError ? (
        <ProblemNotice error={home.error} onRetry={() => void home.refetch()} />
      ) : null}
      {home.isPending ? <Skeleton active paragraph={{ rows: 6 }} /> : null}
      {count === 0 ? null : (
        <p className="start-drafts">
          <Link to="/drafts">{t('start.drafts', { n: count })}</Link>
        </p>
      )}
      {home.data?.items.length === 0 ? <p className="quiet">{t('start.none')}</p> : null}
      <ul className="start-items">
        {(home.data?.items ?? []).map((item) => (
          <li key={item.code}>
            <Link to="/start/$itemCode" params={{ itemCode: item.code }} className="start-item">
              <span className="face" aria-hidden="true">
                {item.name.slice(0, 1)}
              </span>
              <span className="start-words">
                <strong>{item.name}</strong>
                <span className="quiet">{item.summary}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
