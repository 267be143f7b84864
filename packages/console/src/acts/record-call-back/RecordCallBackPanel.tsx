import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import { MANNERS, type RecordCallBackValues } from './form-values.ts';

export function RecordCallBackPanel(props: ActPanelProps<RecordCallBackValues>) {
  const { values, problems, onChange } = props;
  const { t } = useLocale();
  const { isSatisfied } = values;
  const problem = problems['isSatisfied'];
  return (
    <>
      <ChoiceField
        label={t('act.RecordCallBack.manner')}
        value={values.manner}
        choices={MANNERS.map((value) => ({ value, title: t(`callBack.${value}`) }))}
        onChange={(manner) => onChange({ manner })}
      />
      <ChoiceField
        label={t('act.RecordCallBack.verdict')}
        value={isSatisfied === undefined ? undefined : isSatisfied ? 'yes' : 'no'}
        problem={problem === undefined ? undefined : t(problem.key)}
        choices={[
          { value: 'yes', title: t('act.RecordCallBack.yes') },
          { value: 'no', title: t('act.RecordCallBack.no'), hint: t('act.RecordCallBack.noHint') },
        ]}
        onChange={(said) => onChange({ isSatisfied: said === 'yes' })}
      />
      <ReasonField
        label={t('act.RecordCallBack.note')}
        name="note"
        value={values.note}
        problems={problems}
        onChange={(note) => onChange({ note })}
      />
    </>
  );
}
