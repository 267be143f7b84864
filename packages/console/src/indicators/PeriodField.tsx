import { formatPeriod } from '../format/format-period.ts';
import { useLocale } from '../session/use-locale.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { lastPeriods, spanOfName } from './indicator-periods.ts';
import { SpanChips } from './SpanChips.tsx';

const NAMED = ['month', 'quarter', 'half', 'year'] as const;
const SHOWN = { month: 12, quarter: 8, half: 4, year: 3 } as const;

interface PeriodFieldProps {
  readonly today: string;
  readonly period: string;
  readonly onChange: (period: string) => void;
}

/** A month, quarter, half or year by its name, newest first. */
export function PeriodField({ today, period, onChange }: PeriodFieldProps) {
  const words = useLocale();
  const { t } = words;
  const span = spanOfName(period);
  return (
    <div className="circular">
      <SpanChips
        spans={NAMED}
        chosen={span}
        onChoose={(one) => onChange(lastPeriods(today, one, 2)[1] ?? period)}
      />
      <SelectField
        label={t('indicators.period')}
        value={period}
        options={lastPeriods(today, span, SHOWN[span]).map((value) => ({
          value,
          title: formatPeriod(value, words),
        }))}
        onChange={(value) => onChange(value === '' ? period : value)}
      />
    </div>
  );
}
