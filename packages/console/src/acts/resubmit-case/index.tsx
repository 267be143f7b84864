import { Link } from '@tanstack/react-router';
import { useLocale } from '../../session/use-locale.ts';
import type { ActEntry } from '../act-entry.tsx';
import type { ActFormProps } from '../ActForm.tsx';

/** The whole form again needs a page of its own: see start/ResubmitPage. */
export const resubmitCase: ActEntry = {
  type: 'ResubmitCase',
  tone: 'main',
  hotkey: '',
  isStaying: true,
  Form: ResubmitLink,
};

function ResubmitLink({ subject }: ActFormProps) {
  const { t } = useLocale();
  return (
    <div className="act-form">
      <p className="act-lead">{t('act.ResubmitCase.lead')}</p>
      <Link
        to="/resubmit/$caseId"
        params={{ caseId: subject.view.caseId }}
        className="ant-btn ant-btn-primary ant-btn-lg ant-btn-block link-button"
      >
        {t('act.ResubmitCase')}
      </Link>
    </div>
  );
}
