import type { CaseView, OfficeStart } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { casesApi } from '../api/cases.ts';
import { officeApi } from '../api/office.ts';
import { useCase, useItem } from '../case/use-case.ts';
import { useLocale } from '../session/use-locale.ts';
import { toast } from '../ui/toast.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { answersOf, changesOf, toMaterials, type Materials } from './form-changes.ts';
import { OfficeSheet } from './OfficeSheet.tsx';
import { usePreview } from './use-preview.ts';
import { useSending } from './use-sending.ts';

/** What came back: why, the form as it was, and the button that sends it off again. */
export function ResubmitPage() {
  const { t } = useLocale();
  const { caseId = '' } = useParams({ strict: false });
  const found = useCase(caseId);
  const view = found.data;
  const item = useItem(view?.itemCode, view?.itemVersion);
  const start = useQuery({
    queryKey: ['office', 'start', view?.itemCode],
    queryFn: () => officeApi.start(view?.itemCode ?? ''),
    enabled: view !== undefined,
  });
  const error = found.error ?? start.error;
  const taskId = view?.allowed.find(({ act }) => act === 'ResubmitCase')?.taskId;
  if (view === undefined || item === undefined || start.data === undefined) {
    return (
      <Page title={t('start.returned')}>
        {error === null ? (
          <Skeleton active paragraph={{ rows: 8 }} />
        ) : (
          <ProblemNotice error={error} />
        )}
      </Page>
    );
  }
  if (taskId === undefined) {
    return (
      <Page title={t('start.returned')}>
        <p>{t('start.notReturned')}</p>
      </Page>
    );
  }
  return <Resubmit view={view} item={item} start={start.data} taskId={taskId} />;
}

interface ResubmitProps {
  readonly view: CaseView;
  readonly item: ItemDefinition;
  readonly start: OfficeStart;
  readonly taskId: string;
}

function Resubmit({ view, item, start, taskId }: ResubmitProps) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [data, setData] = useState(view.form);
  const [materials, setMaterials] = useState<Materials>([]);
  const sending = useSending();
  const answers = item.form === undefined ? {} : answersOf(item.form, data);
  const { preview, isCurrent } = usePreview({ itemCode: item.code, form: answers });
  const reason = view.timeline.findLast(({ type }) => type === 'StepReturned');
  const send = () => {
    const fields = (preview?.problems ?? []).filter(({ kind }) => kind === 'field');
    return sending.send(isCurrent && fields.length > 0, async (key) => {
      const form = changesOf(view.form, answers);
      const command = { type: 'ResubmitCase', taskId, form, opinion: '' } as const;
      const filed = { ...command, materials: toMaterials(materials) };
      await casesApi.command(view.caseId, filed, key);
      await queries.invalidateQueries({ queryKey: ['case', view.caseId] });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      toast(t('start.resent'));
      await navigate({ to: '/started' });
    });
  };
  return (
    <OfficeSheet
      start={start}
      item={item}
      data={data}
      materials={materials}
      preview={preview}
      sending={sending}
      verb={t('start.resend')}
      onChange={setData}
      onMaterials={setMaterials}
      onSend={() => void send()}
      notice={
        reason === undefined ? null : (
          <div className="notice notice-attention" role="status">
            <p className="notice-title">{t('start.returnedBy', { name: reason.by })}</p>
            <p>{reason.opinion ?? reason.text}</p>
          </div>
        )
      }
    />
  );
}
