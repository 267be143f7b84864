import type { TrialView } from '@yichuang/contracts';
import { useLocale } from '../session/use-locale.ts';
import { Light } from '../ui/Light.tsx';

/** What is in it and how the lights stand. */
export function TrialFigures({ view }: { readonly view: TrialView }) {
  const { t } = useLocale();
  const { cases = 0, open = 0, yellow = 0, red = 0 } = view.figures ?? {};
  return (
    <section className="desk-card" aria-labelledby="trial-figures">
      <h2 id="trial-figures">{t('trial.figures')}</h2>
      <dl className="trial-figures">
        <div>
          <dt>{t('trial.cases')}</dt>
          <dd>{cases.toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>{t('trial.open')}</dt>
          <dd>{open.toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>
            <Light light="yellow" />
          </dt>
          <dd>{yellow.toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>
            <Light light="red" />
          </dt>
          <dd>{red.toLocaleString('en')}</dd>
        </div>
      </dl>
    </section>
  );
}
