import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { DaysField } from '../DaysField.tsx';
import { ReasonField } from '../ReasonField.tsx';
import type { ExtendLimitValues } from './form-values.ts';

export function ExtendLimitPanel(props: ActPanelProps<ExtendLimitValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const limit = subject.view.clocks.find(({ kind }) => kind === 'statutory');
  return (
    <>
      <DaysField
        label={limit?.unit === 'CD' ? 'act.ExtendLimit.calendarDays' : 'act.ExtendLimit.days'}
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
