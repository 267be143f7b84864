import { useLocale } from '../../session/use-locale.ts';
import { ActReason } from '../ActReason.tsx';
import type { ActPanelProps } from '../act.ts';
import { TargetField } from '../TargetField.tsx';
import type { JumpToStepValues } from './form-values.ts';

export function JumpToStepPanel(props: ActPanelProps<JumpToStepValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  return (
    <>
      <TargetField
        label={t('act.JumpToStep.target')}
        subject={subject}
        values={values}
        problems={problems}
        onChange={onChange}
      />
      <ActReason values={values} problems={problems} onChange={onChange} />
    </>
  );
}
