import type { TrialView } from '@yichuang/contracts';
import { Button, Skeleton } from 'antd';
import { trialApi } from '../api/trial.ts';
import { useLocale } from '../session/use-locale.ts';
import { useMay } from '../session/use-session.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { TrialClock } from './TrialClock.tsx';
import { TrialFigures } from './TrialFigures.tsx';
import { TrialFill } from './TrialFill.tsx';
import { TrialHead } from './TrialHead.tsx';
import { TrialReset } from './TrialReset.tsx';
import { useTrial, useTrialAct } from './use-trial.ts';
import './trial.css';

/** Switched on in seconds, entered, filled, moved, reset: whoever keeps it needs this one page. */
export function TrialPage() {
  const { t } = useLocale();
  const mayKeep = useMay('trial:manage');
  const trial = useTrial();
  if (!mayKeep) return <Page title={t('trial.title')}>{t('state.noRight')}</Page>;
  return (
    <Page title={t('trial.title')} lead={t('trial.lead')}>
      {trial.isError ? (
        <ProblemNotice error={trial.error} onRetry={() => void trial.refetch()} />
      ) : null}
      {trial.isPending ? <Skeleton active /> : null}
      {trial.data === undefined ? null : <TrialBody view={trial.data} />}
    </Page>
  );
}

function TrialBody({ view }: { readonly view: TrialView }) {
  const { t } = useLocale();
  if (view.state === 'running') {
    return (
      <div className="trial">
        <TrialHead view={view} />
        <TrialClock view={view} />
        <TrialFigures view={view} />
        <TrialFill view={view} />
        <TrialReset />
      </div>
    );
  }
  if (view.state === 'starting') {
    return (
      <section className="desk-card" aria-busy="true">
        <p role="status">{t('trial.starting')}</p>
        <Skeleton active title={false} />
      </section>
    );
  }
  return <TrialDoor hasFailed={view.state === 'failed'} />;
}

function TrialDoor({ hasFailed }: { readonly hasFailed: boolean }) {
  const { t } = useLocale();
  const start = useTrialAct(trialApi.start);
  return (
    <section className="desk-card">
      <h2>{t(hasFailed ? 'trial.failed' : 'trial.off')}</h2>
      <p className="trial-lead">{t(hasFailed ? 'trial.failedLead' : 'trial.offLead')}</p>
      {start.isError ? <ProblemNotice error={start.error} /> : null}
      <Button
        type="primary"
        size="large"
        loading={start.isPending}
        onClick={() => start.mutate(undefined)}
      >
        {t(hasFailed ? 'trial.again' : 'trial.start')}
      </Button>
    </section>
  );
}
