import type { BoardRow } from '@yichuang/contracts';
import { Link } from '@tanstack/react-router';
import { useLocale } from '../session/use-locale.ts';
import { BOARD_LIGHTS } from './board-filters.ts';
import { LightBar } from './LightBar.tsx';
import { LightNumber } from './LightNumber.tsx';

interface BoardRowsProps {
  readonly rows: readonly BoardRow[];
  readonly glowing: ReadonlySet<string>;
}

/** A department a row: how many of its cases have which light, each number a way to them. */
export function BoardRows({ rows, glowing }: BoardRowsProps) {
  const { t } = useLocale();
  return (
    <table className="board-table" aria-label={t('board.departments')}>
      <thead>
        <tr>
          <th scope="col">{t('board.department')}</th>
          <th scope="col" className="board-bar-cell">
            <span className="reader-only">{t('board.shares')}</span>
          </th>
          {BOARD_LIGHTS.map((light) => (
            <th key={light} scope="col" className="board-n">
              {t(`light.${light}`)}
            </th>
          ))}
          <th scope="col" className="board-n">
            {t('board.open')}
          </th>
          <th scope="col" className="board-n">
            {t('board.wasLate')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ orgId, name, counts }) => (
          <tr key={orgId} className={glowing.has(orgId) ? 'board-glow' : undefined}>
            <th scope="row">
              <Link to="/board/cases" search={{ orgId }}>
                {name}
              </Link>
            </th>
            <td className="board-bar-cell">
              <LightBar counts={counts} />
            </td>
            {BOARD_LIGHTS.map((light) => (
              <td key={light} className="board-n">
                <LightNumber light={light} n={counts[light]} of={name} filters={{ orgId }} />
              </td>
            ))}
            <td className="board-n board-open" data-name={t('board.open')}>
              {counts.open}
            </td>
            <td className="board-n board-late" data-name={t('board.wasLate')}>
              {counts.wasLate === 0 ? (
                '–'
              ) : (
                <Link to="/board/cases" search={{ orgId, wasLate: true }}>
                  {counts.wasLate}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
