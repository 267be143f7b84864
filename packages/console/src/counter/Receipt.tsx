import type { FilingReceipt } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { casesApi } from '../api/cases.ts';
import { reviewsApi } from '../api/reviews.ts';
import { formatDay } from '../format/format-day.ts';
import { ReviewSlip } from '../reviews/ReviewSlip.tsx';
import { useLocale } from '../session/use-locale.ts';
import { Page } from '../ui/Page.tsx';
import { RemotePdf } from '../ui/RemotePdf.tsx';

const POLL_MS = 2_000;

/** What the applicant takes home: number, password (shown once), due date, the printed receipt. */
export function Receipt({ receipt }: { readonly receipt: FilingReceipt }) {
  const { t, locale } = useLocale();
  const { caseId } = receipt;
  const found = useQuery({
    queryKey: ['case', caseId],
    queryFn: () => casesApi.case(caseId),
    // The receipt is made by a job after filing: a moment, usually.
    refetchInterval: (query) =>
      query.state.data?.documents.some(isIssuedReceipt) === true ? false : POLL_MS,
  });
  // Absent where the county offers no reviews; the receipt is whole without it.
  const review = useQuery({
    queryKey: ['review-of-case', caseId],
    queryFn: () => reviewsApi.ofCase(caseId),
    retry: false,
  });
  const document = found.data?.documents.find(isIssuedReceipt);
  return (
    <Page title={t('counter.filed')} lead={receipt.itemName}>
      <div className="paper receipt">
        <dl className="facts">
          <div>
            <dt>{t('counter.receiptNumber')}</dt>
            <dd className="receipt-number">{receipt.number}</dd>
          </div>
          <div>
            <dt>{t('counter.receiptPassword')}</dt>
            <dd className="receipt-number">{receipt.queryPassword}</dd>
            <dd className="quiet">{t('counter.receiptPasswordLead')}</dd>
          </div>
        </dl>
        <p>{t('counter.receiptDue', { day: formatDay(receipt.answerDueOn, locale) })}</p>
        <p className="receipt-acts">
          <Link to="/cases/$caseId" params={{ caseId }}>
            {t('counter.toCase')}
          </Link>
          <Link to="/counter">{t('counter.another')}</Link>
        </p>
        {review.data === undefined ? null : <ReviewSlip invitation={review.data} />}
      </div>
      {document === undefined ? (
        <p role="status" className="quiet">
          {t('counter.receiptPending')}
        </p>
      ) : (
        <RemotePdf
          path={casesApi.documentUrl(caseId, document.documentId)}
          title={t('counter.receiptPrint')}
        />
      )}
    </Page>
  );
}

function isIssuedReceipt(document: { readonly moment: string; readonly issuedAt?: string }) {
  return document.moment === 'received' && document.issuedAt !== undefined;
}
