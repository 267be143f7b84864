import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import type { MarkSensitiveValues } from './form-values.ts';

export function MarkSensitivePanel(props: ActPanelProps<MarkSensitiveValues>) {
  const { values, problems, onChange } = props;
  const { t } = useLocale();
  return (
    <>
      <p className="notice notice-soft">
        {t(values.isSensitive ? 'act.MarkSensitive.on' : 'act.MarkSensitive.off')}
      </p>
      <ReasonField
        label={t('act.reason')}
        name="reason"
        value={values.reason}
        problems={problems}
        onChange={(reason) => onChange({ reason })}
      />
    </>
  );
}
