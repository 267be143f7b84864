import { useLocale } from '../session/use-locale.ts';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import type { ActSubject, Problems } from './act.ts';

interface TargetFieldProps {
  readonly label: string;
  readonly subject: ActSubject;
  readonly values: { readonly toStep: string };
  readonly problems: Problems;
  readonly onChange: (change: { readonly toStep: string }) => void;
}

/** The step that an act leads to, of those that the server offers. */
export function TargetField({ label, subject, values, problems, onChange }: TargetFieldProps) {
  const { t } = useLocale();
  const problem = problems['toStep'];
  return (
    <ChoiceField
      label={label}
      value={values.toStep}
      problem={problem === undefined ? undefined : t(problem.key)}
      choices={(subject.allowed.targets ?? []).map(({ stepId, name }) => ({
        value: stepId,
        title: name,
      }))}
      onChange={(toStep) => onChange({ toStep })}
    />
  );
}
