import { Input } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import type { TextKey } from '../texts/locale.ts';
import { Field } from '../ui/Field.tsx';
import { missing, type Problems } from './act.ts';

const MAX_DAYS = 366;

interface DaysFieldProps {
  readonly label: TextKey;
  readonly value: string;
  readonly problems: Problems;
  readonly onChange: (value: string) => void;
}

export function DaysField({ label, value, problems, onChange }: DaysFieldProps) {
  const { t } = useLocale();
  const problem = problems['days'];
  return (
    <Field label={t(label)} problem={problem === undefined ? undefined : t(problem.key)}>
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          maxLength={3}
          className="input-short"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function daysProblems(text: string): Problems {
  const days = Number(text);
  const isFine = /^\d+$/.test(text.trim()) && days >= 1 && days <= MAX_DAYS;
  return missing(!isFine, 'days', 'act.daysMissing');
}
