import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useState } from 'react';
import { designerApi } from '../api/designer.ts';
import { toast } from '../ui/toast.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useWorkbench } from './workbench-context.ts';

/** A draft is thrown away for good; what is published is untouched. */
export function DiscardDialog({ onClose }: { readonly onClose: () => void }) {
  const { view, design, words } = useWorkbench();
  const { t } = words;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>();
  const [isSending, setIsSending] = useState(false);
  const discard = async () => {
    setIsSending(true);
    try {
      await design.flush();
      await designerApi.discard(view.draftId);
      toast(t('designer.discarded', { name: design.item.name }));
      void queries.invalidateQueries({ queryKey: ['designer'] });
      await navigate({ to: '/designer' });
    } catch (caught) {
      setError(caught);
    } finally {
      setIsSending(false);
    }
  };
  return (
    <Modal
      open
      title={t('designer.discard')}
      okText={t('designer.discard')}
      cancelText={t('act.cancel')}
      okButtonProps={{ danger: true, loading: isSending }}
      onOk={() => void discard()}
      onCancel={onClose}
      width={440}
    >
      <p>{t('designer.discardLead', { name: design.item.name })}</p>
      {error === undefined ? null : <ProblemNotice error={error} />}
    </Modal>
  );
}
