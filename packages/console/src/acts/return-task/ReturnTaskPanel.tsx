import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import { canComeStraightBack, type ReturnTaskValues } from './form-values.ts';

export function ReturnTaskPanel(props: ActPanelProps<ReturnTaskValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const canStraight = canComeStraightBack(values, subject);
  const target = problems['toStep'];
  return (
    <>
      <ChoiceField
        label={t('act.ReturnTask.target')}
        value={values.toStep}
        problem={target === undefined ? undefined : t(target.key)}
        choices={(subject.allowed.targets ?? []).map(({ stepId, name }) => ({
          value: stepId,
          title: name,
        }))}
        onChange={(toStep) => onChange({ toStep })}
      />
      <ChoiceField
        label={t('act.ReturnTask.then')}
        value={canStraight ? values.then : 'walk-again'}
        choices={[
          {
            value: 'walk-again',
            title: t('act.ReturnTask.walkAgain'),
            hint: t('act.ReturnTask.walkAgainHint'),
          },
          {
            value: 'straight-back',
            title: t('act.ReturnTask.straightBack'),
            hint: t(
              canStraight ? 'act.ReturnTask.straightBackHint' : 'act.ReturnTask.straightBackNot',
            ),
            isDisabled: !canStraight,
          },
        ]}
        onChange={(then) => onChange({ then })}
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
