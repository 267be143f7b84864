import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import { problemsOf, type AcceptCaseValues } from './form-values.ts';

export function AcceptCasePanel(props: ActPanelProps<AcceptCaseValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const unchecked = problemsOf(values, subject)['checks'];
  return (
    <>
      {unchecked === undefined ? null : (
        <p className="notice notice-soft">{t(unchecked.key, unchecked.params)}</p>
      )}
      <ReasonField
        label={`${t('act.opinion')}${t('form.optional')}`}
        name="opinion"
        value={values.opinion}
        problems={problems}
        onChange={(opinion) => onChange({ opinion })}
      />
    </>
  );
}
