import type { StaffLetterView } from '@yichuang/contracts';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';

/** What one has to know before reading on: sensitive, confidential, simple, asked to report. */
export function LetterNotices({ letter }: { readonly letter: StaffLetterView }) {
  const { t, locale } = useLocale();
  const { sensitivity, isSensitive, isConfidential, procedure, supervisions } = letter;
  const open = supervisions.filter(({ answer }) => answer === undefined);
  return (
    <>
      {isSensitive ? (
        <p className="notice notice-bad" role="status">
          {sensitivity === undefined
            ? t('letters.sensitive')
            : t('letters.sensitiveWhy', {
                reason: sensitivity.reason,
                by: sensitivity.by,
                at: formatAt(sensitivity.at, locale),
              })}
        </p>
      ) : null}
      {isConfidential ? (
        <p className="notice notice-soft" role="status">
          {t('letters.confidential')}
        </p>
      ) : null}
      {procedure === 'simple' ? <p className="quiet">{t('letters.simpleRunning')}</p> : null}
      {open.length === 0 ? null : (
        <p className="notice notice-soft" role="status">
          {t('letters.supervised', { demand: open[0]?.demand ?? '' })}
        </p>
      )}
    </>
  );
}
