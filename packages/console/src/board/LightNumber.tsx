import { Link } from '@tanstack/react-router';
import { useLocale } from '../session/use-locale.ts';
import { lightShape } from '../ui/light-shape.ts';
import type { BoardFilters, BoardLight } from './board-filters.ts';

interface LightNumberProps {
  readonly light: BoardLight;
  readonly n: number;
  /** Whose number it is, for readers: "住建局 已超期 3". */
  readonly of: string;
  readonly filters: BoardFilters;
}

/** A number of cases with a light, leading to them; nothing leads to none. */
export function LightNumber({ light, n, of, filters }: LightNumberProps) {
  const { t } = useLocale();
  if (n === 0) {
    return (
      <span className="board-none" aria-label={t(`light.${light}`) + ' 0'} role="img">
        –
      </span>
    );
  }
  return (
    <Link
      to="/board/cases"
      search={{ ...filters, light }}
      className={`board-light light-${light}`}
      aria-label={t('board.casesOf', { of, light: t(`light.${light}`), n })}
    >
      <span aria-hidden="true" className="light-shape">
        {lightShape(light)}
      </span>
      {n}
    </Link>
  );
}
