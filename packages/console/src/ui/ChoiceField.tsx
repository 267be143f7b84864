import { useId } from 'react';

export interface Choice<T extends string> {
  readonly value: T;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly isDisabled?: boolean;
}

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T | undefined;
  readonly problem?: string | undefined;
  readonly onChange: (value: T) => void;
}

/** Radios with room for a sentence under each: for choices whose meaning has to be said. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, choices, value, problem, onChange } = props;
  const name = useId();
  return (
    <fieldset
      className={problem === undefined ? 'field' : 'field field-wrong'}
      aria-describedby={problem === undefined ? undefined : `${name}-problem`}
    >
      <legend className="field-label">{label}</legend>
      {choices.map((choice) => (
        <div key={choice.value} className="choice">
          <input
            type="radio"
            id={`${name}-${choice.value}`}
            name={name}
            checked={choice.value === value}
            disabled={choice.isDisabled === true}
            onChange={() => onChange(choice.value)}
            aria-describedby={choice.hint === undefined ? undefined : `${name}-${choice.value}-h`}
          />
          <label htmlFor={`${name}-${choice.value}`}>{choice.title}</label>
          {choice.hint === undefined ? null : (
            <div id={`${name}-${choice.value}-h`} className="choice-hint">
              {choice.hint}
            </div>
          )}
        </div>
      ))}
      {problem === undefined ? null : (
        <div id={`${name}-problem`} className="field-problem">
          {problem}
        </div>
      )}
    </fieldset>
  );
}
