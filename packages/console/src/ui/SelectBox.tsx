interface SelectBoxProps<T extends string> {
  /** Also what stands there while nothing is chosen. */
  readonly label: string;
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T; readonly title: string }[];
  readonly onChange: (value: T | undefined) => void;
}

/** A short list as the browser draws it, named by what it is about. */
export function SelectBox<T extends string>(props: SelectBoxProps<T>) {
  const { label, value, options, onChange } = props;
  return (
    <select
      className="select"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(options.find((one) => one.value === event.target.value)?.value)}
    >
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </select>
  );
}
