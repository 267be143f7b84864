import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { ActPanelProps } from '../act.ts';
import { BasisField } from '../BasisField.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { GROUNDS, type RefuseAcceptanceValues } from './form-values.ts';

export function RefuseAcceptancePanel(props: ActPanelProps<RefuseAcceptanceValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  return (
    <>
      <ChoiceField
        label={t('act.RefuseAcceptance.ground')}
        value={values.ground}
        choices={GROUNDS.map((value) => ({ value, title: t(`ground.${value}`) }))}
        onChange={(ground) => onChange({ ground })}
      />
      <ReasonField
        label={t('act.reason')}
        name="reason"
        value={values.reason}
        problems={problems}
        onChange={(reason) => onChange({ reason })}
      />
      <BasisField subject={subject} values={values} problems={problems} onChange={onChange} />
    </>
  );
}
