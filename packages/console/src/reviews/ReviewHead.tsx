import type { ReactNode } from 'react';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';

interface ReviewHeadProps {
  readonly level: number;
  readonly about: readonly (string | undefined)[];
  readonly reasons: readonly string[];
  readonly comment?: string | undefined;
  readonly children?: ReactNode;
}

/** What was said, of what; the level as a word. */
export function ReviewHead({ level, about, reasons, comment, children }: ReviewHeadProps) {
  const { t } = useLocale();
  const key = textKey('reviews.level', String(level)) ?? 'light.none';
  return (
    <>
      <p className="review-head">
        <strong className={level >= 4 ? 'review-bad' : 'review-good'}>{t(key)}</strong>
        <span className="quiet">{about.filter((text) => text !== undefined).join(' · ')}</span>
        {children}
      </p>
      {reasons.length === 0 ? null : <p>{reasons.join(t('list.comma'))}</p>}
      {comment === undefined ? null : <blockquote className="review-words">{comment}</blockquote>}
    </>
  );
}
