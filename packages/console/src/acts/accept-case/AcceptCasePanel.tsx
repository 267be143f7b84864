import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import type { AcceptCaseValues } from './form-values.ts';

export function AcceptCasePanel({ values, problems, onChange }: ActPanelProps<AcceptCaseValues>) {
  const { t } = useLocale();
  const unchecked = problems['checks'];
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
