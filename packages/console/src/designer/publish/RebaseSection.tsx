import type { RebaseReport } from '@yichuang/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { designerApi } from '../../api/designer.ts';
import { useLocale } from '../../session/use-locale.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { toast } from '../../ui/toast.ts';

interface RebaseSectionProps {
  readonly code: string;
  readonly toVersion: number;
}

/** 迁移在办: first what would happen, case by case; then, if wanted, those that can be moved. */
export function RebaseSection({ code, toVersion }: RebaseSectionProps) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const [report, setReport] = useState<RebaseReport>();
  const [isDone, setIsDone] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const movable = (report?.results ?? []).filter(({ ok }) => ok);
  const run = async (isDryRun: boolean) => {
    setIsSending(true);
    setError(undefined);
    try {
      const order = isDryRun ? {} : { caseIds: movable.map(({ caseId }) => caseId) };
      const next = await designerApi.rebase(code, { toVersion, isDryRun, ...order });
      setReport(next);
      setIsDone(!isDryRun);
      if (isDryRun) return;
      toast(t('designer.rebased', { n: next.results.filter(({ ok }) => ok).length }));
      await queries.invalidateQueries({ queryKey: ['designer'] });
    } catch (caught) {
      setError(caught);
    } finally {
      setIsSending(false);
    }
  };
  return (
    <section className="rebase">
      <h3>{t('designer.rebaseTitle', { n: toVersion })}</h3>
      <p className="quiet">{t('designer.rebaseLead')}</p>
      <Button loading={isSending && report === undefined} onClick={() => void run(true)}>
        {t('designer.rebaseTry')}
      </Button>
      {error === undefined ? null : <ProblemNotice error={error} />}
      {report === undefined ? null : (
        <>
          <ReportTable report={report} />
          {report.hasMore ? <p className="quiet">{t('designer.rebaseMore')}</p> : null}
          {isDone || movable.length === 0 ? null : (
            <Button type="primary" loading={isSending} onClick={() => void run(false)}>
              {t('designer.rebaseDo', { n: movable.length })}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function ReportTable({ report }: { readonly report: RebaseReport }) {
  const { t } = useLocale();
  if (report.results.length === 0) return <p>{t('designer.rebaseNone')}</p>;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('inbox.number')}</th>
          <th scope="col">{t('designer.rebaseFrom')}</th>
          <th scope="col">{t('designer.rebaseResult')}</th>
        </tr>
      </thead>
      <tbody>
        {report.results.map((row) => (
          <tr key={row.caseId}>
            <th scope="row">{row.number}</th>
            <td>{t('designer.version', { n: row.fromVersion })}</td>
            <td>
              {row.ok
                ? t('designer.rebaseOk')
                : (row.refusals ?? []).map(({ code, text }) => <p key={code}>{text}</p>)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
