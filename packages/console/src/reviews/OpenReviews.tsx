import type { ReviewWork } from '@yichuang/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { reviewsApi } from '../api/reviews.ts';
import { formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { Light } from '../ui/Light.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { ReviewHead } from './ReviewHead.tsx';
import { ReviewList } from './ReviewList.tsx';

/** Bad reviews under way, what falls due first on top. */
export function OpenReviews() {
  const { t } = useLocale();
  const query = useQuery({
    queryKey: ['review-work', 'open'],
    queryFn: () => reviewsApi.work('open'),
  });
  return (
    <ReviewList query={query} empty={t('reviews.noWork')} idOf={(row) => row.reviewId}>
      {(work) => <OpenReview work={work} />}
    </ReviewList>
  );
}

function OpenReview({ work }: { readonly work: ReviewWork }) {
  const { t, locale } = useLocale();
  const { level, orgName, itemName, day, reasons, comment, phase, dueOn, light } = work;
  return (
    <>
      <ReviewHead
        level={level}
        about={[itemName, orgName, formatDay(day, locale)]}
        reasons={reasons}
        comment={comment}
      />
      <p className="review-due">
        {light === undefined ? null : <Light light={light} />}
        <span>{t(`reviews.phase.${phase}`)}</span>
        {dueOn === undefined ? null : (
          <span className="tabular">{t('reviews.due', { day: formatDay(dueOn, locale) })}</span>
        )}
        <span className="quiet">{t(work.isNamed ? 'reviews.named' : 'reviews.anonymous')}</span>
      </p>
      <div className="comment-acts">
        <Link to="/cases/$caseId" params={{ caseId: work.caseId }} className="link-button">
          {t('reviews.openWork', { number: work.number })}
        </Link>
        {work.isNamed ? <ContactButton reviewId={work.reviewId} /> : null}
      </div>
    </>
  );
}

/** Asked for on purpose, and kept: the list itself never holds a name or a number. */
function ContactButton({ reviewId }: { readonly reviewId: string }) {
  const { t } = useLocale();
  const look = useMutation({ mutationFn: () => reviewsApi.contact(reviewId) });
  if (look.data !== undefined) {
    const { name, phone, caseNumber } = look.data;
    return (
      <span role="status">
        {[name, phone, caseNumber].filter((text) => text !== undefined).join(' · ')}{' '}
        <span className="quiet">{t('reviews.contactKept')}</span>
      </span>
    );
  }
  return (
    <>
      <Button loading={look.isPending} onClick={() => look.mutate()}>
        {t('reviews.contact')}
      </Button>
      {look.isError ? <ProblemNotice error={look.error} /> : null}
    </>
  );
}
