import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useAssistance } from '../../letters/use-letters.ts';
import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { fromProposal, type PublishLetterValues } from './form-values.ts';
import { WordingDesk } from './WordingDesk.tsx';

/** Original and masked proposal lie side by side, in a window wide enough to read both. */
export function PublishLetterPanel(props: ActPanelProps<PublishLetterValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const [isOpen, setIsOpen] = useState(false);
  const letter = subject.view.letter;
  const masked = useAssistance(subject.view.caseId).data?.masked;
  const isProposed = useRef(values.title !== '' || values.body !== '');
  useEffect(() => {
    // Once: what is emptied by hand stays empty.
    if (masked === undefined || isProposed.current) return;
    isProposed.current = true;
    onChange(fromProposal(masked));
  }, [masked, onChange]);
  const wrong = problems['body'] ?? problems['isRead'];
  return (
    <div className={wrong === undefined ? 'field' : 'field field-wrong'}>
      <p className="publish-state">
        {t(values.isRead ? 'act.PublishLetter.isRead' : 'act.PublishLetter.isUnread')}
      </p>
      <Button onClick={() => setIsOpen(true)}>{t('act.PublishLetter.open')}</Button>
      {wrong === undefined ? null : <div className="field-problem">{t(wrong.key)}</div>}
      <Modal
        open={isOpen}
        title={t('act.PublishLetter.title')}
        width={1120}
        style={{ top: 24 }}
        onCancel={() => setIsOpen(false)}
        destroyOnHidden
        footer={[
          <Button key="later" onClick={() => setIsOpen(false)}>
            {t('act.cancel')}
          </Button>,
          <Button
            key="read"
            type="primary"
            onClick={() => {
              onChange({ isRead: true });
              setIsOpen(false);
            }}
          >
            {t('act.PublishLetter.confirm')}
          </Button>,
        ]}
      >
        <WordingDesk letter={letter} values={values} onChange={onChange} />
      </Modal>
    </div>
  );
}
