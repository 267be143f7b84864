import type { StaffImportReport } from '@yichuang/contracts';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { accountsApi } from '../api/accounts.ts';
import { ImportReportView } from '../import/ImportReportView.tsx';
import { ImportSheet } from '../import/ImportSheet.tsx';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { Page } from '../ui/Page.tsx';
import './accounts.css';
import { Slips } from './Slips.tsx';

const COUNTS = ['rows', 'added', 'known'] as const;

/** A list of staff: tried, then everybody or nobody, then a slip for each. */
export function StaffImportPage() {
  const { t } = useLocale();
  const navigate = useNavigate();
  const title = t('accounts.importTitle');
  if (!useMay('people:manage')) return <Page title={title}>{t('state.noRight')}</Page>;
  return (
    <Page
      title={title}
      lead={t('accounts.importLead')}
      actions={
        <span className="export">
          <Button href={accountsApi.templateUrl}>{t('accounts.template')}</Button>
          <Button onClick={() => void navigate({ to: '/accounts' })}>{t('accounts.back')}</Button>
        </span>
      }
    >
      <ImportSheet
        accept=".csv,.xlsx,text/csv"
        send={accountsApi.importStaff}
        importable={importable}
        verb={(n) => t('accounts.importRun', { n })}
      >
        {(report, isDone) => (
          <>
            <ImportReportView
              isDone={isDone && report.isApplied}
              counts={COUNTS.map((name) => ({
                name: t(`accounts.count.${name}`),
                n: report[name],
              }))}
              problems={report.problems}
            />
            {report.problems.length > 0 ? (
              <p className="notice notice-soft">{t('accounts.importBroken')}</p>
            ) : null}
            {report.slips.length > 0 ? <Slips slips={report.slips} /> : null}
          </>
        )}
      </ImportSheet>
    </Page>
  );
}

/** Everybody or nobody. */
function importable({ problems, added }: StaffImportReport): number {
  return problems.length === 0 ? added : 0;
}
