import { useLocale } from '../session/use-locale.ts';
import type { SPANS } from './indicator-periods.ts';

type Span = (typeof SPANS)[number];

interface SpanChipsProps<S extends Span> {
  readonly spans: readonly S[];
  readonly chosen: Span | undefined;
  readonly onChoose: (span: S) => void;
}

/** Week, month, quarter …: how long a period is. */
export function SpanChips<S extends Span>({ spans, chosen, onChoose }: SpanChipsProps<S>) {
  const { t } = useLocale();
  return (
    <div className="chips" role="group" aria-label={t('indicators.span')}>
      {spans.map((span) => (
        <button
          key={span}
          type="button"
          className="chip"
          aria-pressed={chosen === span}
          onClick={() => onChoose(span)}
        >
          {t(`indicators.span.${span}`)}
        </button>
      ))}
    </div>
  );
}
