import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import type { JumpToStepValues } from './form-values.ts';

export function JumpToStepPanel(props: ActPanelProps<JumpToStepValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const problem = problems['toStep'];
  return (
    <>
      <ChoiceField
        label={t('act.JumpToStep.target')}
        value={values.toStep}
        problem={problem === undefined ? undefined : t(problem.key)}
        choices={(subject.allowed.targets ?? []).map(({ stepId, name }) => ({
          value: stepId,
          title: name,
        }))}
        onChange={(toStep) => onChange({ toStep })}
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
