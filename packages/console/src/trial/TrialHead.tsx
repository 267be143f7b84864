import type { TrialView } from '@yichuang/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { trialApi } from '../api/trial.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { AccountsSheet } from './AccountsSheet.tsx';
import { useTrialAct } from './use-trial.ts';

/** Where it is, who gets in, and switching it off. */
export function TrialHead({ view }: { readonly view: TrialView }) {
  const { t } = useLocale();
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const stop = useTrialAct(trialApi.stop, () => toast(t('trial.stopped')));
  const { url = '' } = view;
  return (
    <section className="desk-card trial-head" aria-label={t('trial.running')}>
      <div>
        <p className="trial-state">
          <span aria-hidden="true">●</span> <strong>{t('trial.running')}</strong>
          <span className="quiet">{t('trial.generation', { n: view.generation })}</span>
          {view.isInside ? <span className="quiet">{t('trial.inside')}</span> : null}
          {view.toPurge > 0 ? <span className="quiet">{t('trial.purging')}</span> : null}
        </p>
        <p>
          <span className="quiet">{t('trial.address')}</span> <code>{url}</code>
        </p>
      </div>
      <div className="trial-acts">
        {view.isInside ? null : (
          <Button type="primary" href={`${url}/console/`} target="_blank" rel="noopener">
            {t('trial.enter')}
          </Button>
        )}
        <Button href={url} target="_blank" rel="noopener">
          {t('trial.portal')}
        </Button>
        <Button onClick={() => setIsSheetOpen(true)}>{t('trial.accounts')}</Button>
        <Button type="text" loading={stop.isPending} onClick={() => stop.mutate(undefined)}>
          {t('trial.stop')}
        </Button>
      </div>
      {stop.isError ? <ProblemNotice error={stop.error} /> : null}
      {isSheetOpen ? <AccountsSheet onClose={() => setIsSheetOpen(false)} /> : null}
    </section>
  );
}
