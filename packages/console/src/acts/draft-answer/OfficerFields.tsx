import { Input } from 'antd';
import { rememberOfficer } from '../../letters/own-officer.ts';
import { useLocale } from '../../session/use-locale.ts';
import { Field } from '../../ui/Field.tsx';
import type { Problems } from '../act.ts';
import type { DraftAnswerValues } from './form-values.ts';

interface OfficerFieldsProps {
  readonly values: DraftAnswerValues;
  readonly problems: Problems;
  readonly onChange: (change: Partial<DraftAnswerValues>) => void;
}

/** Who can be rung up about the answer; remembered by this browser for the next one. */
export function OfficerFields({ values, problems, onChange }: OfficerFieldsProps) {
  const { t } = useLocale();
  return (
    <div className="field-pair">
      {(['officerName', 'officerPhone'] as const).map((name) => {
        const problem = problems[name];
        return (
          <Field
            key={name}
            label={t(`act.DraftAnswer.${name}`)}
            problem={problem === undefined ? undefined : t(problem.key)}
          >
            {(control) => (
              <Input
                {...control}
                maxLength={40}
                inputMode={name === 'officerPhone' ? 'tel' : 'text'}
                value={values[name]}
                onChange={(event) => onChange({ [name]: event.target.value })}
                onBlur={() => rememberOfficer(values)}
              />
            )}
          </Field>
        );
      })}
    </div>
  );
}
