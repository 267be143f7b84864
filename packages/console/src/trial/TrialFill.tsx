import type { TrialFilling, TrialLoad, TrialView } from '@yichuang/contracts';
import { Button, InputNumber, Progress } from 'antd';
import { useState } from 'react';
import { trialApi } from '../api/trial.ts';
import { useLocale } from '../session/use-locale.ts';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useTrialAct } from './use-trial.ts';

const START: TrialLoad = { size: 'small', weeks: 8, seed: 1 };
const MOST_WEEKS = 26;
const MOST_SEED = 2_147_483_647;

/** Invented people for a county to look at: size, weeks, seed, and how far it is. */
export function TrialFill({ view }: { readonly view: TrialView }) {
  const { t } = useLocale();
  const [wish, setWish] = useState(START);
  const fill = useTrialAct(trialApi.load);
  const { filling } = view;
  return (
    <section className="desk-card" aria-labelledby="trial-load">
      <h2 id="trial-load">{t('trial.load')}</h2>
      <p className="quiet">{t('trial.loadLead')}</p>
      {filling === undefined ? null : <FillingLine filling={filling} />}
      {filling?.state === 'filling' ? null : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            fill.mutate(wish);
          }}
        >
          <ChoiceField
            label={t('trial.size')}
            value={wish.size}
            choices={(['small', 'medium'] as const).map((size) => ({
              value: size,
              title: t(`trial.${size}`),
              hint: t(`trial.${size}Hint`),
            }))}
            onChange={(size) => setWish({ ...wish, size })}
          />
          <div className="desk-pair">
            <Field label={t('trial.weeks')}>
              {(control) => (
                <InputNumber
                  {...control}
                  min={1}
                  max={MOST_WEEKS}
                  precision={0}
                  value={wish.weeks}
                  onChange={(weeks) => setWish({ ...wish, weeks: weeks ?? START.weeks })}
                />
              )}
            </Field>
            <Field label={t('trial.seed')}>
              {(control) => (
                <InputNumber
                  {...control}
                  min={0}
                  max={MOST_SEED}
                  precision={0}
                  value={wish.seed}
                  onChange={(seed) => setWish({ ...wish, seed: seed ?? START.seed })}
                />
              )}
            </Field>
          </div>
          {(view.figures?.cases ?? 0) > 0 ? (
            <p className="notice notice-soft">{t('trial.fillNotice')}</p>
          ) : null}
          <Button type="primary" htmlType="submit" loading={fill.isPending}>
            {t('trial.fill')}
          </Button>
        </form>
      )}
      {fill.isError ? <ProblemNotice error={fill.error} /> : null}
    </section>
  );
}

function FillingLine({ filling }: { readonly filling: TrialFilling }) {
  const { t } = useLocale();
  const { state, filed, planned } = filling;
  const share = planned === 0 ? 0 : Math.floor((filed / planned) * 100);
  if (state === 'done') return <p role="status">{t('trial.filled', { filed })}</p>;
  if (state === 'failed') {
    return (
      <p role="alert" className="notice notice-soft">
        {t('trial.fillFailed', { filed })}
      </p>
    );
  }
  return (
    <div>
      <p role="status">{t('trial.filling', { filed, planned })}</p>
      <Progress percent={share} aria-label={t('trial.load')} />
    </div>
  );
}
