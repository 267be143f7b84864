import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DayField } from '../../ui/DayField.tsx';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import { KINDS, type RecordMediationValues } from './form-values.ts';

export function RecordMediationPanel(props: ActPanelProps<RecordMediationValues>) {
  const { values, problems, onChange } = props;
  const { t } = useLocale();
  const dayProblem = problems['heldOn'];
  return (
    <>
      <ChoiceField
        label={t('act.RecordMediation.kind')}
        value={values.kind}
        choices={KINDS.map((value) => ({ value, title: t(`mediation.${value}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <DayField
        label={t('letters.heldOn')}
        value={values.heldOn}
        problem={dayProblem === undefined ? undefined : t(dayProblem.key)}
        onChange={(heldOn) => onChange({ heldOn })}
      />
      <ReasonField
        label={t('act.RecordMediation.text')}
        name="text"
        value={values.text}
        problems={problems}
        onChange={(text) => onChange({ text })}
      />
    </>
  );
}
