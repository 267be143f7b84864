import type { LetterEntryReceipt } from '@yichuang/contracts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { Page } from '../ui/Page.tsx';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { SlipButton } from './SlipButton.tsx';

interface EntryReceiptProps {
  readonly receipt: LetterEntryReceipt;
  readonly title: string;
  readonly onNext: () => void;
}

/** What the sender takes home, to print; then the next letter of the pile. */
export function EntryReceipt({ receipt, title, onNext }: EntryReceiptProps) {
  const { t, locale } = useLocale();
  const { caseId, number, sentTo, itemName, clocks } = receipt;
  useHotkeys({ n: onNext, p: () => window.print() });
  return (
    <Page title={t('entry.done')} lead={itemName}>
      <div className="paper receipt receipt-print">
        <p>
          <strong>{title}</strong>
        </p>
        <dl className="facts">
          <div>
            <dt>{t('entry.number')}</dt>
            <dd className="receipt-number">{number}</dd>
          </div>
          <div>
            <dt>{t('counter.receiptPassword')}</dt>
            <dd>
              {sentTo === undefined ? t('entry.onSlip') : t('entry.sentTo', { phone: sentTo })}
            </dd>
            <dd className="quiet no-print">{t('entry.passwordLead')}</dd>
          </div>
        </dl>
        <ul>
          {clocks.map(({ clockId, name, dueOn }) =>
            dueOn === undefined ? null : (
              <li key={clockId}>{t('entry.due', { name, day: formatDay(dueOn, locale) })}</li>
            ),
          )}
        </ul>
        <p className="receipt-acts no-print">
          <Button type="primary" autoFocus onClick={onNext}>
            {t('entry.next')}
          </Button>
          {sentTo === undefined ? <SlipButton caseId={caseId} /> : null}
          <Button onClick={() => window.print()}>{t('entry.print')}</Button>
          <Link to="/cases/$caseId" params={{ caseId }}>
            {t('entry.toCase')}
          </Link>
        </p>
        <p className="quiet only-keyboard no-print">{t('entry.receiptKeys')}</p>
      </div>
    </Page>
  );
}
