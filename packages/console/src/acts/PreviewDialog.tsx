import { Button, Modal } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { PdfFrame } from '../ui/PdfFrame.tsx';

interface PreviewDialogProps {
  /** undefined: closed; null: the act issues no document. */
  readonly file: Blob | null | undefined;
  readonly verb: string;
  readonly isDanger: boolean;
  readonly isSending: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** What the applicant will receive, before it goes. */
export function PreviewDialog(props: PreviewDialogProps) {
  const { file, verb, isDanger, isSending, onConfirm, onClose } = props;
  const { t } = useLocale();
  return (
    <Modal
      open={file !== undefined}
      title={t('act.previewTitle')}
      width={880}
      style={{ top: 24 }}
      onCancel={onClose}
      destroyOnHidden
      footer={[
        <Button key="back" onClick={onClose}>
          {t('act.cancel')}
        </Button>,
        <Button
          key="go"
          type="primary"
          danger={isDanger}
          loading={isSending}
          autoFocus
          onClick={onConfirm}
        >
          {verb}
        </Button>,
      ]}
    >
      <p>{t(file === null ? 'act.previewNone' : 'act.previewLead', { verb })}</p>
      {file === undefined || file === null ? null : (
        <PdfFrame file={file} title={t('act.previewFrame')} />
      )}
    </Modal>
  );
}
