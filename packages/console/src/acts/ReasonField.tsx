import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { PhraseBar } from './PhraseBar.tsx';
import type { Problems } from './act.ts';

interface ReasonFieldProps {
  readonly label: ReactNode;
  readonly name: string;
  readonly value: string;
  readonly problems: Problems;
  /** No phrases where they would only stand in the way. */
  readonly hasPhrases?: boolean;
  readonly onChange: (value: string) => void;
}

const MAX = 4000;

/** Free words that are kept with the case, with the person's own and shared phrases above. */
export function ReasonField(props: ReasonFieldProps) {
  const { label, name, value, problems, hasPhrases = true, onChange } = props;
  const { t } = useLocale();
  const problem = problems[name];
  return (
    <Field
      label={label}
      problem={problem === undefined ? undefined : t(problem.key, problem.params)}
    >
      {(control) => (
        <>
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={MAX}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {hasPhrases ? (
            <PhraseBar text={value} onInsert={(phrase) => onChange(joinPhrase(value, phrase))} />
          ) : null}
        </>
      )}
    </Field>
  );
}

/** A phrase follows what is there; an empty box is simply filled. */
export function joinPhrase(text: string, phrase: string): string {
  const kept = text.trimEnd();
  return kept === '' ? phrase : `${kept}\n${phrase}`;
}
