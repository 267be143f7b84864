import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ActReason } from '../ActReason.tsx';
import type { ActPanelProps } from '../act.ts';
import { DaysField } from '../DaysField.tsx';
import { expectedDays, type StartSpecialProcedureValues } from './form-values.ts';

export function StartSpecialProcedurePanel(props: ActPanelProps<StartSpecialProcedureValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const problem = problems['kind'];
  return (
    <>
      <ChoiceField
        label={t('act.StartSpecialProcedure.kind')}
        value={values.kind}
        problem={problem === undefined ? undefined : t(problem.key)}
        choices={(subject.allowed.procedures ?? []).map(({ id, name }) => ({
          value: id,
          title: name,
        }))}
        onChange={(kind) => onChange({ kind, days: expectedDays(kind, subject) })}
      />
      <DaysField
        label="act.days"
        value={values.days}
        problems={problems}
        onChange={(days) => onChange({ days })}
      />
      <ActReason values={values} problems={problems} onChange={onChange} />
    </>
  );
}
