import type { Board } from '@yichuang/contracts';
import { Link } from '@tanstack/react-router';
import { useEffect, type CSSProperties } from 'react';
import { formatDay, formatTime } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { lightShape } from '../ui/light-shape.ts';
import { sentenceOf } from '../ui/ProblemNotice.tsx';
import { setTabTitle } from '../ui/tab-title.ts';
import { BOARD_LIGHTS } from './board-filters.ts';
import { LightBar } from './LightBar.tsx';
import { LiveLine } from './LiveLine.tsx';
import { useBoard } from './use-board.ts';
import './wall.css';

/** The board for a wall: numbers and lights alone, no case and no person, kept up by itself. */
export function WallPage() {
  const { t } = useLocale();
  const { board, error, isLive, heardAt, glowing } = useBoard();
  useEffect(() => setTabTitle(`${t('board.title')} · ${t('app.name')}`), [t]);
  return (
    <div className="wall">
      <header className="wall-head">
        <h1>{t('board.title')}</h1>
        <LiveLine isLive={isLive} heardAt={heardAt} />
      </header>
      {error === null ? null : <p className="wall-problem">{sentenceOf(error, t)}</p>}
      {board === undefined ? null : (
        <>
          <WallNumbers board={board} />
          <ul
            className="wall-rows"
            aria-label={t('board.departments')}
            style={placeOf(board.rows.length)}
          >
            {board.rows.map(({ orgId, name, counts }) => (
              <li key={orgId} className={glowing.has(orgId) ? 'wall-row wall-glow' : 'wall-row'}>
                <span className="wall-name">{name}</span>
                <LightBar counts={counts} />
                {BOARD_LIGHTS.map((light) => (
                  <span key={light} className={counts[light] === 0 ? 'wall-zero' : `wall-${light}`}>
                    <span aria-hidden="true">{lightShape(light)}</span>{' '}
                    <span className="reader-only">{t(`light.${light}`)}</span>
                    {counts[light]}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      <WallFoot board={board} />
    </div>
  );
}

const MOST_IN_TWO = 28;

/** A wall is not scrolled: the more departments, the more columns and the smaller their lines. */
function placeOf(rows: number): CSSProperties {
  const columns = rows > MOST_IN_TWO ? 3 : 2;
  return { '--columns': columns, '--lines': Math.ceil(rows / columns) } as CSSProperties;
}

function WallNumbers({ board: { total, today } }: { readonly board: Board }) {
  const { t } = useLocale();
  return (
    <dl className="wall-numbers">
      <div>
        <dt>{t('board.open')}</dt>
        <dd>{total.open}</dd>
      </div>
      {(['red', 'yellow', 'grey'] as const).map((light) => (
        <div key={light} className={total[light] === 0 ? undefined : `wall-${light}`}>
          <dt>
            <span aria-hidden="true">{lightShape(light)}</span> {t(`light.${light}`)}
          </dt>
          <dd>{total[light]}</dd>
        </div>
      ))}
      <div>
        <dt>{t('board.received')}</dt>
        <dd>{today.received}</dd>
      </div>
      <div>
        <dt>{t('board.concluded')}</dt>
        <dd>{today.concluded}</dd>
      </div>
    </dl>
  );
}

function WallFoot({ board }: { readonly board: Board | undefined }) {
  const { t, locale } = useLocale();
  const root = board?.root;
  return (
    <footer className="wall-foot">
      <p>
        {BOARD_LIGHTS.map((light) => (
          <span key={light} className={`wall-${light}`}>
            <span aria-hidden="true">{lightShape(light)}</span> {t(`light.${light}`)}
          </span>
        ))}
      </p>
      {root === undefined ? null : (
        <p>
          {t('board.root', {
            day: formatDay(root.day, locale),
            time: formatTime(root.publishedAt),
          })}{' '}
          <code>{root.code}</code>
        </p>
      )}
      <Link to="/board">{t('board.back')}</Link>
    </footer>
  );
}
