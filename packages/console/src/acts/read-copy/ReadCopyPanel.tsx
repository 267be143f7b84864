import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import { readingOf, type ReadCopyValues } from './form-values.ts';

export function ReadCopyPanel({
  subject,
  values,
  problems,
  onChange,
}: ActPanelProps<ReadCopyValues>) {
  const { t } = useLocale();
  const reading = readingOf(subject);
  return (
    <>
      {reading === undefined || reading.note === '' ? null : (
        <p className="notice notice-soft">
          {t('act.ReadCopy.from', { name: reading.from, note: reading.note })}
        </p>
      )}
      {reading?.kind === 'circulation' ? (
        <ReasonField
          label={t('act.opinion')}
          name="opinion"
          value={values.opinion}
          problems={problems}
          onChange={(opinion) => onChange({ opinion })}
        />
      ) : null}
    </>
  );
}
