import type { FigureRow, IndicatorInfo } from '@yichuang/contracts';
import { useState } from 'react';
import { useLocale } from '../session/use-locale.ts';
import { TableScroll } from '../ui/TableScroll.tsx';
import { byFigure, valueText } from './figure-text.ts';

interface OfficeTableProps {
  readonly rows: readonly FigureRow[];
  readonly indicators: readonly IndicatorInfo[];
  readonly title: string;
  readonly onOpen: (indicator: string, row: string) => void;
  /** Into an office that has offices below it. */
  readonly onEnter?: ((orgId: string) => void) | undefined;
}

/** A row for each office or item, sorted by the column that was pressed last. */
export function OfficeTable({ rows, indicators, title, onOpen, onEnter }: OfficeTableProps) {
  const { t } = useLocale();
  const [sort, setSort] = useState<{ readonly id: string; readonly isDown: boolean }>();
  if (rows.length === 0) return <p className="quiet">{t('indicators.noRows')}</p>;
  const sorted = sort === undefined ? rows : rows.toSorted(byFigure(sort.id, sort.isDown));
  return (
    <TableScroll label={title}>
      <table className="plain-table report-table office-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('indicators.office')}</th>
            {indicators.map(({ id, name, formula }) => {
              const isSorted = sort?.id === id;
              const direction = sort?.isDown === true ? 'descending' : 'ascending';
              return (
                <th key={id} scope="col" aria-sort={isSorted ? direction : 'none'}>
                  <button
                    type="button"
                    className="sort-button"
                    title={formula}
                    onClick={() => setSort({ id, isDown: !(isSorted && sort.isDown) })}
                  >
                    {name}
                    <span aria-hidden="true">{isSorted ? (sort.isDown ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.hasBelow === true && onEnter !== undefined ? (
                  <button type="button" className="link-button" onClick={() => onEnter(row.key)}>
                    {row.name}
                  </button>
                ) : row.key.endsWith('#own') ? (
                  t('indicators.own', { name: row.name })
                ) : (
                  row.name
                )}
              </th>
              {indicators.map((indicator) => (
                <FigureCell key={indicator.id} row={row} indicator={indicator} onOpen={onOpen} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

interface FigureCellProps {
  readonly row: FigureRow;
  readonly indicator: IndicatorInfo;
  readonly onOpen: (indicator: string, row: string) => void;
}

function FigureCell({ row, indicator, onOpen }: FigureCellProps) {
  const { t } = useLocale();
  const { id, name, kind, hasCases } = indicator;
  const figure = row.figures[id] ?? { of: 0 };
  const value = valueText(figure.value, kind);
  const n = figure.per ?? figure.of;
  return (
    <td className="tabular">
      {hasCases && n > 0 ? (
        <button
          type="button"
          className="link-button"
          aria-label={t('indicators.open', { name: `${row.name} ${name}`, value })}
          onClick={() => onOpen(id, row.key)}
        >
          {value}
        </button>
      ) : (
        value
      )}{' '}
      <span className="quiet cell-n">{figure.value === undefined ? '' : `n=${n}`}</span>
    </td>
  );
}
