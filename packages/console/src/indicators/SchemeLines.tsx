import type { AssessmentScheme } from '@yichuang/contracts';
import { Button, InputNumber } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { SelectBox } from '../ui/SelectBox.tsx';
import {
  keptValue,
  lineProblem,
  newLine,
  replaced,
  typedValue,
  type SchemeIndicator,
  type SchemeLine,
} from './scheme-edits.ts';

interface SchemeLinesProps {
  readonly lines: readonly SchemeLine[];
  readonly indicators: readonly SchemeIndicator[];
  readonly onChange: (change: Pick<AssessmentScheme, 'lines'>) => void;
}

const COLUMNS = ['weight', 'zero', 'full'] as const;

/** Weights with the values that earn nothing and all; shares in percent. */
export function SchemeLines({ lines, indicators, onChange }: SchemeLinesProps) {
  const { t } = useLocale();
  const free = indicators.filter(
    ({ id, kind, better }) =>
      kind !== 'count' && better !== 'none' && lines.every(({ indicator }) => indicator !== id),
  );
  const sum = lines.reduce((all, { weight }) => all + weight, 0);
  return (
    <>
      <table className="plain-table scheme-edit">
        <caption>{t('scheme.lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scheme.indicator')}</th>
            {COLUMNS.map((name) => (
              <th key={name} scope="col">
                {t(`scheme.${name}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, place) => (
            <LineRow
              key={line.indicator}
              line={line}
              indicator={indicators.find(({ id }) => id === line.indicator)}
              onChange={(next) => onChange({ lines: replaced(lines, place, next) })}
              onRemove={() => onChange({ lines: lines.filter((one) => one !== line) })}
            />
          ))}
        </tbody>
      </table>
      <p role="status" className="quiet">
        {t('scheme.weights', { sum: Math.round(sum * 100) / 100 })}
      </p>
      <SelectBox
        label={t('scheme.addLine')}
        value={undefined}
        options={free.map(({ id, name }) => ({ value: id, title: name }))}
        onChange={(id) => {
          const added = free.find((one) => one.id === id);
          if (added !== undefined) onChange({ lines: [...lines, newLine(added)] });
        }}
      />
    </>
  );
}

interface LineRowProps {
  readonly line: SchemeLine;
  readonly indicator: SchemeIndicator | undefined;
  readonly onChange: (line: SchemeLine) => void;
  readonly onRemove: () => void;
}

function LineRow({ line, indicator, onChange, onRemove }: LineRowProps) {
  const { t } = useLocale();
  const { name = line.indicator, kind = 'mean' } = indicator ?? {};
  const problem = lineProblem(line);
  return (
    <tr>
      <th scope="row">
        {name}
        {problem === undefined ? null : (
          <span className="field-problem" role="alert">
            {t(`scheme.problem.${problem}`)}
          </span>
        )}
      </th>
      {COLUMNS.map((column) => {
        const of = column === 'weight' ? 'mean' : kind;
        return (
          <td key={column} data-label={t(`scheme.${column}`)}>
            <InputNumber
              aria-label={t('scheme.fieldOf', { name, field: t(`scheme.${column}`) })}
              min={0}
              {...(problem === undefined ? {} : { status: 'error' as const })}
              {...(of === 'share' ? { suffix: '%', max: 100 } : {})}
              value={typedValue(line[column], of)}
              onChange={(typed) =>
                typed === null ? undefined : onChange({ ...line, [column]: keptValue(typed, of) })
              }
            />
          </td>
        );
      })}
      <td>
        <Button type="text" aria-label={t('scheme.removeNamed', { name })} onClick={onRemove}>
          {t('scheme.remove')}
        </Button>
      </td>
    </tr>
  );
}
