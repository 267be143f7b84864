import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { DaysField } from '../DaysField.tsx';
import { ReasonField } from '../ReasonField.tsx';
import type { ExtendLimitValues } from './form-values.ts';

export function ExtendLimitPanel({ values, problems, onChange }: ActPanelProps<ExtendLimitValues>) {
  const { t } = useLocale();
  return (
    <>
      <DaysField
        label="act.ExtendLimit.days"
        value={values.days}
        problems={problems}
        onChange={(days) => onChange({ days })}
      />
      <ReasonField
        label={t('act.reason')}
        name="reason"
        value={values.reason}
        problems={problems}
        onChange={(reason) => onChange({ reason })}
      />
    </>
  );
}
