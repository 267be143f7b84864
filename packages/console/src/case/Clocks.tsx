import type { ClockView } from '@yichuang/contracts';
import { useState } from 'react';
import { formatDay } from '../format/format-day.ts';
import { formatRemaining } from '../format/format-remaining.ts';
import { useLocale } from '../session/use-locale.ts';
import { Light } from '../ui/Light.tsx';
import { ClockDrawer } from './ClockDrawer.tsx';

interface ClocksProps {
  readonly caseId: string;
  readonly clocks: readonly ClockView[];
}

/** Each limit with its own light: late against the promise is not the same as unlawful. */
export function Clocks({ caseId, clocks }: ClocksProps) {
  const { t, locale } = useLocale();
  const [open, setOpen] = useState<ClockView>();
  const running = clocks.filter((clock) => clock.stoppedAt === undefined);
  return (
    <section className="side-section" aria-label={t('case.clocks')}>
      <h2>{t('case.clocks')}</h2>
      {running.length === 0 ? <p className="quiet">{t('case.clocksNone')}</p> : null}
      <ul className="clocks">
        {running.map((clock) => (
          <li key={clock.clockId}>
            <div className="clock-head">
              <span>{clock.name}</span>
              <Light light={clock.light} />
            </div>
            <div className="clock-due">
              <strong className={`due-${clock.light}`}>{formatRemaining(clock, t)}</strong>
              <WhyButton
                name={clock.name}
                due={
                  clock.dueOn === undefined
                    ? t('clock.why')
                    : t('clock.due', { day: formatDay(clock.dueOn, locale) })
                }
                onClick={() => setOpen(clock)}
              />
            </div>
            {clock.isProvisional ? <div className="quiet">{t('clock.provisional')}</div> : null}
          </li>
        ))}
      </ul>
      <ClockDrawer caseId={caseId} clock={open} onClose={() => setOpen(undefined)} />
    </section>
  );
}

interface WhyButtonProps {
  readonly name: string;
  readonly due: string;
  readonly onClick: () => void;
}

/** The date opens its explanation; the name begins with what is seen, as speech input asks. */
function WhyButton({ name, due, onClick }: WhyButtonProps) {
  const { t } = useLocale();
  return (
    <button
      type="button"
      className="link"
      aria-label={t('clock.whyLabel', { name, due })}
      title={t('clock.why')}
      onClick={onClick}
    >
      {due}
    </button>
  );
}
