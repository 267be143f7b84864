import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { BasisField } from '../BasisField.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { needsBasis, type RejectTaskValues } from './form-values.ts';

export function RejectTaskPanel(props: ActPanelProps<RejectTaskValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  return (
    <>
      <ReasonField
        label={t('act.reason')}
        name="opinion"
        value={values.opinion}
        problems={problems}
        onChange={(opinion) => onChange({ opinion })}
      />
      {needsBasis(subject) ? (
        <BasisField subject={subject} values={values} problems={problems} onChange={onChange} />
      ) : null}
    </>
  );
}
