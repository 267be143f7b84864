import type { ReadingView } from '@yichuang/contracts';
import { formatAt, formatShortAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';

interface ReadingsProps {
  readonly readings: readonly ReadingView[];
  readonly now: string;
}

/** To whom it was sent to read, who has read it, and what they wrote. */
export function Readings({ readings, now }: ReadingsProps) {
  const { t, locale } = useLocale();
  if (readings.length === 0) return null;
  return (
    <section className="side-section" aria-label={t('reading.title')}>
      <h2>{t('reading.title')}</h2>
      <ul className="readings">
        {readings.map((reading) => (
          <li key={reading.readingId}>
            <div className="clock-head">
              <span>{t('reading.row', { from: reading.from, to: reading.to })}</span>
              {reading.readAt === undefined ? (
                <span className="tag">{t('reading.unread')}</span>
              ) : (
                <span className="quiet" title={formatAt(reading.readAt, locale)}>
                  {t('reading.read', {
                    name: reading.readBy ?? reading.to,
                    at: formatShortAt(reading.readAt, now),
                  })}
                </span>
              )}
            </div>
            {reading.note === '' ? null : <div className="quiet">{reading.note}</div>}
            {reading.opinion === undefined || reading.opinion === '' ? null : (
              <blockquote className="opinion">{reading.opinion}</blockquote>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
