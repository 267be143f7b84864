import type { VisitInvitation } from '@yichuang/contracts';
import { Button } from 'antd';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import './reviews.css';

/** What the citizen takes home or scans: picture, code, until when. */
export function ReviewSlip({ invitation }: { readonly invitation: VisitInvitation }) {
  const { t, locale } = useLocale();
  const { qrCode, code, expiresAt } = invitation;
  return (
    <div className="review-slip" role="status">
      <img
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qrCode)}`}
        alt={t('reviews.qr')}
        width={180}
        height={180}
      />
      <div>
        <p>{t('reviews.slip')}</p>
        <p className="review-code tabular">{code}</p>
        <p className="quiet">{t('reviews.until', { at: formatAt(expiresAt, locale) })}</p>
        <Button className="no-print" onClick={() => window.print()}>
          {t('reviews.print')}
        </Button>
      </div>
    </div>
  );
}
