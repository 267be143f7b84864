import { Input } from 'antd';
import { useLocale } from '../../session/use-locale.ts';
import { Field } from '../../ui/Field.tsx';
import type { ActPanelProps } from '../act.ts';
import type { ArchiveCaseValues } from './form-values.ts';

export function ArchiveCasePanel({ values, problems, onChange }: ActPanelProps<ArchiveCaseValues>) {
  const { t } = useLocale();
  const problem = problems['archiveNumber'];
  return (
    <Field
      label={t('act.ArchiveCase.number')}
      problem={problem === undefined ? undefined : t(problem.key)}
    >
      {(control) => (
        <Input
          {...control}
          maxLength={64}
          value={values.archiveNumber}
          onChange={(event) => onChange({ archiveNumber: event.target.value })}
        />
      )}
    </Field>
  );
}
