interface ChoiceButtonsProps<T extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly title: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A few exclusive views of the same thing. */
export function ChoiceButtons<T extends string>(props: ChoiceButtonsProps<T>) {
  const { label, choices, value, onChange } = props;
  return (
    <div className="choice-buttons" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.title}
        </button>
      ))}
    </div>
  );
}
