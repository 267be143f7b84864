import { formatTime } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';

interface LiveLineProps {
  readonly isLive: boolean | undefined;
  readonly heardAt: string | undefined;
}

/** Whether what is shown is how it is now, or since when nothing was heard. */
export function LiveLine({ isLive, heardAt }: LiveLineProps) {
  const { t } = useLocale();
  if (heardAt === undefined || isLive === undefined) return null;
  const time = formatTime(heardAt);
  return (
    <p className={isLive ? 'live-line' : 'live-line live-stale'} role="status">
      <span aria-hidden="true" className="live-dot" />
      {isLive ? t('board.live', { time }) : t('board.stale', { time })}
    </p>
  );
}
