import { useLocale } from '../session/use-locale.ts';
import type { Problems } from './act.ts';
import { ReasonField } from './ReasonField.tsx';

interface ActReasonProps {
  readonly values: { readonly reason: string };
  readonly problems: Problems;
  readonly onChange: (change: { readonly reason: string }) => void;
}

/** Why an act is done, for the many acts whose `reason` is kept with the case. */
export function ActReason({ values, problems, onChange }: ActReasonProps) {
  const { t } = useLocale();
  return (
    <ReasonField
      label={t('act.reason')}
      name="reason"
      value={values.reason}
      problems={problems}
      onChange={(reason) => onChange({ reason })}
    />
  );
}
