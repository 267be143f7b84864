import type { FigureRow, IndicatorInfo } from '@yichuang/contracts';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import { changeText, turnOf, valueText } from './figure-text.ts';
import { FormulaNote } from './FormulaNote.tsx';

interface CountyFiguresProps {
  readonly row: FigureRow;
  readonly indicators: readonly IndicatorInfo[];
  readonly onOpen: (indicator: string) => void;
}

/** Every figure of a group for the whole office, each with its n, its change and its formula. */
export function CountyFigures({ row, indicators, onOpen }: CountyFiguresProps) {
  return (
    <ul className="figures" aria-label={row.name}>
      {indicators.map((indicator) => (
        <CountyFigure key={indicator.id} row={row} indicator={indicator} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function CountyFigure({
  row,
  indicator,
  onOpen,
}: Omit<CountyFiguresProps, 'indicators'> & { readonly indicator: IndicatorInfo }) {
  const { t } = useLocale();
  const { id, name, kind, better, hasCases } = indicator;
  const figure = row.figures[id] ?? { of: 0 };
  const value = valueText(figure.value, kind);
  const turn = turnOf(figure, better);
  const change = changeText(figure, kind);
  const n = figure.per ?? figure.of;
  const turnKey = turn === undefined ? undefined : textKey('indicators.turn', turn);
  return (
    <li className="figure">
      <span className="figure-name">
        {name}&nbsp;
        <FormulaNote indicator={indicator} />
      </span>
      {hasCases && n > 0 ? (
        <button
          type="button"
          className="figure-value"
          aria-label={t('indicators.open', { name, value })}
          onClick={() => onOpen(id)}
        >
          {value}
        </button>
      ) : (
        <span className="figure-value">{value}</span>
      )}
      <span className="figure-n quiet">{t('indicators.n', { n })}</span>
      {change === '' ? null : (
        <span className={`figure-n quiet figure-${turn ?? 'same'}`}>
          {turn === 'same'
            ? t('indicators.turn.same')
            : t(kind === 'share' ? 'indicators.changePoints' : 'indicators.change', { change })}
          {turnKey === undefined || turn === 'same'
            ? null
            : t('indicators.turns', { turn: t(turnKey) })}
        </span>
      )}
      {figure.published === undefined || figure.published === figure.value ? null : (
        <span className="figure-n">
          {t('indicators.published', { value: valueText(figure.published, kind) })}
        </span>
      )}
    </li>
  );
}
