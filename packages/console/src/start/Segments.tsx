import { useId, type ReactNode } from 'react';

interface SegmentsProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly problem?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A few choices side by side: radio buttons, so that arrow keys and readers know them. */
export function Segments({ label, value, options, problem, onChange }: SegmentsProps) {
  const id = useId();
  return (
    <fieldset
      className={problem === undefined ? 'field' : 'field field-wrong'}
      aria-describedby={problem === undefined ? undefined : `${id}-problem`}
    >
      <legend className="field-label">{label}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value} className="segment">
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
      {problem === undefined ? null : (
        <div id={`${id}-problem`} className="field-problem">
          {problem}
        </div>
      )}
    </fieldset>
  );
}
