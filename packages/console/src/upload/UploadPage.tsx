import type { UploadOverview } from '@yichuang/contracts';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { SupervisionNav } from '../supervision/SupervisionNav.tsx';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { UploadDays } from './UploadDays.tsx';
import { UploadHeld } from './UploadHeld.tsx';
import { UploadState } from './UploadState.tsx';
import { useUpload } from './use-upload.ts';
import './upload.css';

/** Is everything up there? One glance; if not, which cases, why, and the button that mends it. */
export function UploadPage() {
  const { t } = useLocale();
  const canRead = useMay('upload:read');
  const upload = useUpload();
  if (!canRead) return <Page title={t('upload.title')}>{t('state.noRight')}</Page>;
  return (
    <Page title={t('upload.title')} lead={t('upload.lead')}>
      <SupervisionNav />
      {upload.isError ? (
        <ProblemNotice error={upload.error} onRetry={() => void upload.refetch()} />
      ) : null}
      {upload.isPending ? <ListSkeleton /> : null}
      {upload.data === undefined ? null : <UploadBody view={upload.data} />}
    </Page>
  );
}

function UploadBody({ view }: { readonly view: UploadOverview }) {
  const canManage = useMay('upload:manage');
  return (
    <div className="upload">
      <UploadState view={view} canManage={canManage} />
      {view.held.length === 0 ? null : (
        <UploadHeld held={view.held} count={view.heldCases} canManage={canManage} />
      )}
      {view.state === 'off' ? null : <UploadDays days={view.days} canManage={canManage} />}
    </div>
  );
}
