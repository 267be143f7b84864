import { useLocale } from '../../session/use-locale.ts';
import { DayField } from '../../ui/DayField.tsx';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import type { SuperviseCaseValues } from './form-values.ts';

export function SuperviseCasePanel(props: ActPanelProps<SuperviseCaseValues>) {
  const { values, problems, onChange } = props;
  const { t } = useLocale();
  return (
    <>
      <ReasonField
        label={t('act.SuperviseCase.ground')}
        name="ground"
        value={values.ground}
        problems={problems}
        onChange={(ground) => onChange({ ground })}
      />
      <ReasonField
        label={t('act.SuperviseCase.demand')}
        name="demand"
        value={values.demand}
        problems={problems}
        onChange={(demand) => onChange({ demand })}
      />
      <DayField
        label={`${t('act.SuperviseCase.dueOn')}${t('form.optional')}`}
        value={values.dueOn}
        onChange={(dueOn) => onChange({ dueOn })}
      />
    </>
  );
}
