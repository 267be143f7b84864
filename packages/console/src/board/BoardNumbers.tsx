import type { Board } from '@yichuang/contracts';
import { LIGHT_LEVELS } from '@yichuang/kernel/words';
import { Link } from '@tanstack/react-router';
import { useLocale } from '../session/use-locale.ts';
import { lightShape } from '../ui/light-shape.ts';

/** What is open and how it stands, first and large. */
export function BoardNumbers({ board }: { readonly board: Board }) {
  const { t } = useLocale();
  const { total, today } = board;
  return (
    <ul className="board-numbers" aria-label={t('board.numbers')}>
      <li>
        <Link to="/board/cases" className="board-number">
          <span className="board-name">{t('board.open')}</span>
          <strong>{total.open}</strong>
        </Link>
        <p className="quiet">
          {total.wasLate === 0 ? (
            t('board.noneWasLate')
          ) : (
            <Link to="/board/cases" search={{ wasLate: true }}>
              {t('board.wasLateN', { n: total.wasLate })}
            </Link>
          )}
        </p>
      </li>
      {(['red', 'yellow'] as const).map((light) => (
        <li key={light}>
          <Link
            to="/board/cases"
            search={{ light }}
            className={total[light] === 0 ? 'board-number' : `board-number light-${light}`}
          >
            <span className="board-name">
              <span aria-hidden="true" className="light-shape">
                {lightShape(light)}
              </span>
              {t(`light.${light}`)}
            </span>
            <strong>{total[light]}</strong>
          </Link>
          <p className="quiet board-levels">
            {LIGHT_LEVELS.map((level) => (
              <Link key={level} to="/board/cases" search={{ level, light }}>
                {t('board.levelN', { level: t(`level.${level}`), n: total[level][light] })}
              </Link>
            ))}
          </p>
        </li>
      ))}
      <li>
        <Link to="/board/cases" search={{ light: 'grey' }} className="board-number">
          <span className="board-name">
            <span aria-hidden="true" className="light-shape">
              {lightShape('grey')}
            </span>
            {t('light.grey')}
          </span>
          <strong>{total.grey}</strong>
        </Link>
        <p className="quiet">{t('board.greyLead')}</p>
      </li>
      <li>
        <p className="board-number">
          <span className="board-name">{t('board.received')}</span>
          <strong>{today.received}</strong>
        </p>
        <p className="quiet">{t('board.concludedN', { n: today.concluded })}</p>
      </li>
    </ul>
  );
}
