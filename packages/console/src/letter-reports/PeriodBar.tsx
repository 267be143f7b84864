import { Button } from 'antd';
import type { Period } from '../api/letters.ts';
import { useLocale } from '../session/use-locale.ts';
import { shifted } from './periods.ts';

interface PeriodBarProps {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
  /** Where earlier and later are something else than as many days. */
  readonly onMove?: (by: number) => void;
}

/** From one day to another, or as long before and after. */
export function PeriodBar({ period, onChange, onMove }: PeriodBarProps) {
  const { t } = useLocale();
  const move = onMove ?? ((by: number) => onChange(shifted(period, by)));
  return (
    <div className="period-bar" role="group" aria-label={t('reports.period')}>
      <Button onClick={() => move(-1)}>{t('reports.before')}</Button>
      {(['from', 'until'] as const).map((name) => (
        <label key={name} className="filter-day">
          {t(`letters.${name}`)}{' '}
          <input
            type="date"
            className="select"
            required
            value={period[name]}
            onChange={(event) => {
              const changed = { ...period, [name]: event.target.value };
              if (event.target.value !== '' && changed.from <= changed.until) onChange(changed);
            }}
          />
        </label>
      ))}
      <Button onClick={() => move(1)}>{t('reports.after')}</Button>
    </div>
  );
}
