import { ActReason } from '../ActReason.tsx';
import type { ActPanelProps } from '../act.ts';
import { DaysField } from '../DaysField.tsx';
import type { ExtendLimitValues } from './form-values.ts';

export function ExtendLimitPanel(props: ActPanelProps<ExtendLimitValues>) {
  const { subject, values, problems, onChange } = props;
  const limit = subject.view.clocks.find(({ kind }) => kind === 'statutory');
  return (
    <>
      <DaysField
        label={limit?.unit === 'CD' ? 'act.ExtendLimit.calendarDays' : 'act.ExtendLimit.days'}
        value={values.days}
        problems={problems}
        onChange={(days) => onChange({ days })}
      />
      <ActReason values={values} problems={problems} onChange={onChange} />
    </>
  );
}
