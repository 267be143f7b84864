import { useQuery } from '@tanstack/react-query';
import { reviewsApi } from '../api/reviews.ts';
import { useLocale } from '../session/use-locale.ts';
import { ReviewHead } from './ReviewHead.tsx';
import { ReviewList } from './ReviewList.tsx';

/** What was said of one's own unit, without anything that leads to who said it. */
export function UnitReviews() {
  const { t } = useLocale();
  const query = useQuery({ queryKey: ['unit-reviews'], queryFn: () => reviewsApi.ofUnit() });
  return (
    <>
      <p className="quiet review-lead">{t('reviews.unitLead')}</p>
      <ReviewList query={query} empty={t('reviews.noneOfUnit')} idOf={(row) => row.reviewId}>
        {({ level, round, itemName, orgName, month, reasons, comment, verdict, ...rest }) => (
          <>
            <ReviewHead
              level={level}
              about={[itemName, orgName, month]}
              reasons={reasons}
              comment={comment}
            >
              {round === 2 ? <span className="quiet">{t('reviews.again')}</span> : null}
            </ReviewHead>
            {rest.reply === undefined ? null : (
              <p>
                <strong>{t('reviews.replyLabel')}</strong>
                {rest.reply}
              </p>
            )}
            {verdict === undefined ? null : (
              <p className="notice notice-soft">
                {t(`reviews.verdict.${verdict}`)} {rest.verdictReason}
              </p>
            )}
          </>
        )}
      </ReviewList>
    </>
  );
}
