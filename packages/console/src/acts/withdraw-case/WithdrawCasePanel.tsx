import { ActReason } from '../ActReason.tsx';
import type { ActPanelProps } from '../act.ts';
import type { WithdrawCaseValues } from './form-values.ts';

export function WithdrawCasePanel({
  values,
  problems,
  onChange,
}: ActPanelProps<WithdrawCaseValues>) {
  return <ActReason values={values} problems={problems} onChange={onChange} />;
}
