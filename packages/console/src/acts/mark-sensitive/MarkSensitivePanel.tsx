import { useLocale } from '../../session/use-locale.ts';
import { ActReason } from '../ActReason.tsx';
import type { ActPanelProps } from '../act.ts';
import type { MarkSensitiveValues } from './form-values.ts';

export function MarkSensitivePanel(props: ActPanelProps<MarkSensitiveValues>) {
  const { values, problems, onChange } = props;
  const { t } = useLocale();
  return (
    <>
      <p className="notice notice-soft">
        {t(values.isSensitive ? 'act.MarkSensitive.on' : 'act.MarkSensitive.off')}
      </p>
      <ActReason values={values} problems={problems} onChange={onChange} />
    </>
  );
}
