import { useLocale } from '../session/use-locale.ts';

const ROWS = 8;

/** Grey rows of the same height as the real ones, so that nothing moves when those arrive. */
export function ListSkeleton() {
  const { t } = useLocale();
  return (
    <div role="status" aria-label={t('inbox.loading')} className="tasks-skeleton">
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} className="skeleton-row" />
      ))}
    </div>
  );
}
