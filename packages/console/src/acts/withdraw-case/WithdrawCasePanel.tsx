import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import type { WithdrawCaseValues } from './form-values.ts';

export function WithdrawCasePanel({
  values,
  problems,
  onChange,
}: ActPanelProps<WithdrawCaseValues>) {
  const { t } = useLocale();
  return (
    <ReasonField
      label={t('act.reason')}
      name="reason"
      value={values.reason}
      problems={problems}
      onChange={(reason) => onChange({ reason })}
    />
  );
}
