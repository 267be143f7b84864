import { Link } from '@tanstack/react-router';
import { lettersBehind } from '../letter-list/letter-filters.ts';
import { useLocale } from '../session/use-locale.ts';

interface LettersLinkProps {
  readonly ids: readonly string[];
  readonly count: number;
}

/** A figure that leads to the letters it was counted from. */
export function LettersLink({ ids, count }: LettersLinkProps) {
  const { t } = useLocale();
  if (ids.length === 0) return <span className="tabular">{count}</span>;
  return (
    <Link
      to="/letters"
      search={lettersBehind(ids)}
      className="tabular"
      aria-label={t('reports.toLetters', { n: count })}
    >
      {count}
    </Link>
  );
}
