import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ActReason } from '../ActReason.tsx';
import type { ActPanelProps } from '../act.ts';
import { TargetField } from '../TargetField.tsx';
import { canComeStraightBack, type ReturnTaskValues } from './form-values.ts';

export function ReturnTaskPanel(props: ActPanelProps<ReturnTaskValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const canStraight = canComeStraightBack(values, subject);
  return (
    <>
      <TargetField
        label={t('act.ReturnTask.target')}
        subject={subject}
        values={values}
        problems={problems}
        onChange={onChange}
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
      <ActReason values={values} problems={problems} onChange={onChange} />
    </>
  );
}
