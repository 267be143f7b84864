import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { reviewsApi } from '../api/reviews.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { ReviewSlip } from './ReviewSlip.tsx';

/** One click when a visit is over; the rest is the citizen's own, on a screen, a phone or paper. */
export function WindowPanel() {
  const { t } = useLocale();
  const visit = useMutation({ mutationFn: () => reviewsApi.openVisit() });
  const screen = useMutation({ mutationFn: () => reviewsApi.openScreen() });
  return (
    <div className="paper review-window">
      <p>{t('reviews.windowLead')}</p>
      <div className="comment-acts no-print">
        <Button type="primary" loading={visit.isPending} onClick={() => visit.mutate()}>
          {t('reviews.openVisit')}
        </Button>
        {screen.data === undefined ? (
          <Button loading={screen.isPending} onClick={() => screen.mutate()}>
            {t('reviews.openScreen')}
          </Button>
        ) : (
          <a href={screen.data.link} target="_blank" rel="noreferrer" className="link-button">
            {t('reviews.screenLink')}
          </a>
        )}
      </div>
      {screen.data === undefined ? null : (
        <p className="quiet no-print">
          {t('reviews.screenWhere')} <code>{screen.data.link}</code>
        </p>
      )}
      {visit.isError ? <ProblemNotice error={visit.error} /> : null}
      {screen.isError ? <ProblemNotice error={screen.error} /> : null}
      {visit.data === undefined ? null : <ReviewSlip invitation={visit.data} />}
    </div>
  );
}
