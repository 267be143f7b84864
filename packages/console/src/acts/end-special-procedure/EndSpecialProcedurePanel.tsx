import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import type { EndSpecialProcedureValues } from './form-values.ts';

export function EndSpecialProcedurePanel(props: ActPanelProps<EndSpecialProcedureValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  return (
    <>
      <ChoiceField
        label={t('act.EndSpecialProcedure.which')}
        value={values.procedureId}
        choices={(subject.allowed.procedures ?? []).map(({ id, name }) => ({
          value: id,
          title: name,
        }))}
        onChange={(procedureId) => onChange({ procedureId })}
      />
      <ReasonField
        label={t('act.EndSpecialProcedure.result')}
        name="result"
        value={values.result}
        problems={problems}
        onChange={(result) => onChange({ result })}
      />
    </>
  );
}
