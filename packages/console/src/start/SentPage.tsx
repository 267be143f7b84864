import type { OfficeReceipt } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import { Link } from '@tanstack/react-router';
import { useLocale } from '../session/use-locale.ts';
import { Page } from '../ui/Page.tsx';

interface SentPageProps {
  readonly receipt: OfficeReceipt;
  readonly item: ItemDefinition;
}

/** It is sent: to whom, under which number, and where to see it. */
export function SentPage({ receipt, item }: SentPageProps) {
  const { t } = useLocale();
  const names = receipt.next.flatMap(({ holders }) => holders).join(t('list.comma'));
  return (
    <Page title={t('start.sent')}>
      <div className="sent">
        <p className="sent-title">{receipt.title}</p>
        <p>{receipt.line}</p>
        <p>{names === '' ? t('start.sentAway') : t('start.sentTo', { names })}</p>
        <p className="quiet tabular">{t('start.number', { number: receipt.number })}</p>
        <p className="sent-links">
          <Link to="/cases/$caseId" params={{ caseId: receipt.caseId }}>
            {t('start.see')}
          </Link>
          <Link to="/started">{t('nav.started')}</Link>
          <Link to="/start/$itemCode" params={{ itemCode: item.code }} reloadDocument>
            {t('start.again')}
          </Link>
        </p>
      </div>
    </Page>
  );
}
