import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import type { ApproveTaskValues } from './form-values.ts';

export function ApproveTaskPanel({ values, problems, onChange }: ActPanelProps<ApproveTaskValues>) {
  const { t } = useLocale();
  return (
    <ReasonField
      label={t('act.opinion')}
      name="opinion"
      value={values.opinion}
      problems={problems}
      onChange={(opinion) => onChange({ opinion })}
    />
  );
}
