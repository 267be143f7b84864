import { Input } from 'antd';
import { useLocale } from '../../session/use-locale.ts';
import { DayField } from '../../ui/DayField.tsx';
import { Field } from '../../ui/Field.tsx';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import type { RecordInvestigationValues } from './form-values.ts';

const SHORT = { place: 200, people: 400 } as const;

export function RecordInvestigationPanel(props: ActPanelProps<RecordInvestigationValues>) {
  const { values, problems, onChange } = props;
  const { t } = useLocale();
  const dayProblem = problems['heldOn'];
  return (
    <>
      <DayField
        label={t('letters.heldOn')}
        value={values.heldOn}
        problem={dayProblem === undefined ? undefined : t(dayProblem.key)}
        onChange={(heldOn) => onChange({ heldOn })}
      />
      {(['place', 'people'] as const).map((name) => (
        <Field key={name} label={`${t(`investigation.${name}`)}${t('form.optional')}`}>
          {(control) => (
            <Input
              {...control}
              maxLength={SHORT[name]}
              value={values[name]}
              onChange={(event) => onChange({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <ReasonField
        label={t('investigation.text')}
        name="text"
        value={values.text}
        problems={problems}
        onChange={(text) => onChange({ text })}
      />
    </>
  );
}
