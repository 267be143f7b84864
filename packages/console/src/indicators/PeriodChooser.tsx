import type { Period } from '../api/letters.ts';
import { PeriodBar } from '../letter-reports/PeriodBar.tsx';
import { useLocale } from '../session/use-locale.ts';
import { moved, SPANS, spanAround, spanOf } from './indicator-periods.ts';

interface PeriodChooserProps {
  readonly period: Period;
  readonly today: string;
  readonly onChange: (period: Period) => void;
}

/** A span of a kind, the one before and after it, or any days. */
export function PeriodChooser({ period, today, onChange }: PeriodChooserProps) {
  const { t } = useLocale();
  const span = spanOf(period);
  return (
    <div className="period-chooser">
      <div className="chips" role="group" aria-label={t('indicators.span')}>
        {SPANS.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={span === one}
            onClick={() => onChange(spanAround(today, one))}
          >
            {t(`indicators.span.${one}`)}
          </button>
        ))}
      </div>
      <PeriodBar period={period} onChange={onChange} onMove={(by) => onChange(moved(period, by))} />
    </div>
  );
}
