import { useLocale } from '../session/use-locale.ts';
import type { TextKey } from '../texts/locale.ts';

interface ColumnHeadsProps {
  /** Class and text of each column, in order. */
  readonly columns: readonly (readonly [className: string, text: TextKey])[];
}

/** The head of a list: its columns by name. */
export function ColumnHeads({ columns }: ColumnHeadsProps) {
  const { t } = useLocale();
  return (
    <thead>
      <tr>
        {columns.map(([name, text]) => (
          <th key={name} scope="col" className={name}>
            {t(text)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
