import type { UploadDifference } from '@yichuang/contracts';
import { Button, Skeleton } from 'antd';
import { uploadApi } from '../api/upload.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { useUploadAct, useUploadDay } from './use-upload.ts';

interface UploadDifferencesProps {
  readonly day: string;
  readonly canManage: boolean;
}

/** Of one day, case by case; what is missing or other there is mended by sending it again. */
export function UploadDifferences({ day, canManage }: UploadDifferencesProps) {
  const { t } = useLocale();
  const found = useUploadDay(day);
  const resend = useUploadAct(uploadApi.resendDay, ({ cases }) =>
    toast(t('upload.resentDay', { count: cases })),
  );
  if (found.isPending) return <Skeleton active />;
  if (found.isError) return <ProblemNotice error={found.error} />;
  const { differences } = found.data;
  const isMendable = differences.some(({ kind }) => kind !== 'unknown');
  return (
    <div className="upload-differences">
      {canManage && isMendable ? (
        <Button type="primary" loading={resend.isPending} onClick={() => resend.mutate(day)}>
          {t('upload.resendDay')}
        </Button>
      ) : null}
      {resend.isError ? <ProblemNotice error={resend.error} /> : null}
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('upload.number')}</th>
              <th scope="col">{t('upload.table')}</th>
              <th scope="col">{t('upload.event')}</th>
              <th scope="col">{t('upload.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((each) => (
              <DifferenceRow key={`${each.caseId} ${each.seq} ${each.table}`} difference={each} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function DifferenceRow({ difference }: { readonly difference: UploadDifference }) {
  const { t } = useLocale();
  const { number, caseId, tableTitle, seq, kind } = difference;
  return (
    <tr>
      <td className="tabular">{number ?? caseId}</td>
      <td>{tableTitle}</td>
      <td className="tabular">{t('upload.eventNumber', { seq })}</td>
      <td>{t(`upload.difference.${kind}`)}</td>
    </tr>
  );
}
