import { useLocale } from '../session/use-locale.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { lastPeriods, spanOfName } from './indicator-periods.ts';

const SPANS = ['month', 'quarter', 'half', 'year'] as const;
const SHOWN = { month: 12, quarter: 8, half: 4, year: 3 } as const;

interface PeriodFieldProps {
  readonly today: string;
  readonly period: string;
  readonly onChange: (period: string) => void;
}

/** A month, quarter, half or year by its name, newest first. */
export function PeriodField({ today, period, onChange }: PeriodFieldProps) {
  const { t } = useLocale();
  const span = spanOfName(period);
  return (
    <div className="circular">
      <div className="chips" role="group" aria-label={t('indicators.span')}>
        {SPANS.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={span === one}
            onClick={() => onChange(lastPeriods(today, one, 2)[1] ?? period)}
          >
            {t(`indicators.span.${one}`)}
          </button>
        ))}
      </div>
      <SelectField
        label={t('indicators.period')}
        value={period}
        options={lastPeriods(today, span, SHOWN[span]).map((value) => ({ value, title: value }))}
        onChange={(value) => onChange(value === '' ? period : value)}
      />
    </div>
  );
}
