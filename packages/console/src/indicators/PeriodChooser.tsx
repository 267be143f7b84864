import type { Period } from '../api/letters.ts';
import { PeriodBar } from '../letter-reports/PeriodBar.tsx';
import { moved, SPANS, spanAround, spanOf } from './indicator-periods.ts';
import { SpanChips } from './SpanChips.tsx';

interface PeriodChooserProps {
  readonly period: Period;
  readonly today: string;
  readonly onChange: (period: Period) => void;
}

/** A span of a kind, the one before and after it, or any days. */
export function PeriodChooser({ period, today, onChange }: PeriodChooserProps) {
  return (
    <div className="period-chooser">
      <SpanChips
        spans={SPANS}
        chosen={spanOf(period)}
        onChoose={(span) => onChange(spanAround(today, span))}
      />
      <PeriodBar period={period} onChange={onChange} onMove={(by) => onChange(moved(period, by))} />
    </div>
  );
}
