import { Button, Input } from 'antd';
import { useState } from 'react';
import { trialApi } from '../api/trial.ts';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';
import { useTrialAct } from './use-trial.ts';

/** The word stands in the way of a slip of the mouse; the server asks for it too. */
export function TrialReset() {
  const { t } = useLocale();
  const [word, setWord] = useState('');
  const reset = useTrialAct(trialApi.reset, () => {
    setWord('');
    toast(t('trial.resetDone'));
  });
  return (
    <section className="desk-card" aria-labelledby="trial-reset">
      <h2 id="trial-reset">{t('trial.reset')}</h2>
      <p className="quiet">{t('trial.resetLead')}</p>
      <form
        noValidate
        className="trial-reset"
        onSubmit={(event) => {
          event.preventDefault();
          reset.mutate(word);
        }}
      >
        <Field label={t('trial.resetWord')}>
          {(control) => (
            <Input
              {...control}
              value={word}
              autoComplete="off"
              onChange={(event) => setWord(event.target.value)}
            />
          )}
        </Field>
        <Button danger htmlType="submit" disabled={word.trim() === ''} loading={reset.isPending}>
          {t('trial.resetDo')}
        </Button>
      </form>
      {reset.isError ? <ProblemNotice error={reset.error} /> : null}
    </section>
  );
}
