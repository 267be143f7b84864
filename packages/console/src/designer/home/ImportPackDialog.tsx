import type { DesignImport } from '@yichuang/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useState } from 'react';
import { designerApi } from '../../api/designer.ts';
import { useLocale } from '../../session/use-locale.ts';
import { FileButton } from '../../ui/FileButton.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';

/** A pack from elsewhere becomes drafts; what could not be read is named by file and line. */
export function ImportPackDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const [report, setReport] = useState<DesignImport>();
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async (file: File) => {
    setIsSending(true);
    setError(undefined);
    setReport(undefined);
    try {
      setReport(await designerApi.importPack(file));
      void queries.invalidateQueries({ queryKey: ['designer'] });
    } catch (caught) {
      setError(caught);
    } finally {
      setIsSending(false);
    }
  };
  return (
    <Modal open title={t('designer.importPack')} footer={null} onCancel={onClose} width={640}>
      <p>{t('designer.importLead')}</p>
      <FileButton
        label={t('designer.importChoose')}
        accept=".zip,application/zip"
        type="primary"
        loading={isSending}
        onChoose={(file) => void send(file)}
      >
        {t('designer.importChoose')}
      </FileButton>
      {error === undefined ? null : <ProblemNotice error={error} />}
      {report === undefined ? null : <Report report={report} />}
    </Modal>
  );
}

function Report({ report }: { readonly report: DesignImport }) {
  const { t } = useLocale();
  return (
    <>
      <h3 role="status">{t('designer.importDone', { n: report.drafts.length })}</h3>
      <ul className="design-rows">
        {report.drafts.map((draft) => (
          <li key={draft.draftId}>
            <Link to="/designer/$draftId" params={{ draftId: draft.draftId }}>
              <span className="design-row-main">
                <strong>{draft.name}</strong>
                <span className="quiet line">{draft.file}</span>
              </span>
              <span className="quiet">
                {t('designer.problemCount', { n: draft.problems.length })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {report.failures.length === 0 ? null : (
        <div className="notice notice-bad" role="alert">
          <p className="notice-title">
            {t('designer.importFailed', { n: report.failures.length })}
          </p>
          <ul>
            {report.failures.map((failure) => (
              <li key={`${failure.file} ${failure.line} ${failure.path} ${failure.code}`}>
                {t('designer.importFailure', {
                  file: failure.file,
                  line: failure.line,
                  path: failure.path,
                  text: failure.text,
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
