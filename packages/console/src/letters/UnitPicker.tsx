import type { LetterAssistance } from '@yichuang/contracts';
import { useDeferredValue, useState } from 'react';
import type { LetterUnit } from '../api/letters.ts';
import { useLocale } from '../session/use-locale.ts';
import { Picked } from '../ui/Picked.tsx';
import { sentenceOf } from '../ui/ProblemNotice.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { matchingUnits, type ChosenUnit } from './matching-units.ts';
import { useUnits } from './use-letters.ts';
import { WhyLine } from './WhyLine.tsx';

interface UnitPickerProps {
  readonly label: string;
  readonly chosen: ChosenUnit | undefined;
  readonly suggested?: LetterAssistance['units'];
  /** Not offered: who has it already, or is chosen beside. */
  readonly without?: readonly string[];
  readonly problem?: string | undefined;
  readonly onChoose: (unit: ChosenUnit | undefined) => void;
}

/** Suggestions with why stand first and choose nothing by themselves; any other by its name. */
export function UnitPicker(props: UnitPickerProps) {
  const { label, chosen, suggested = [], without = [], problem, onChoose } = props;
  const { t } = useLocale();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const units = useUnits();
  if (chosen !== undefined) {
    return (
      <Picked
        label={label}
        name={chosen.name}
        change={t('counter.change')}
        onChange={() => onChoose(undefined)}
      />
    );
  }
  const offered = matchingUnits(units.data ?? [], q, without);
  const isTyping = q !== '';
  const first = isTyping ? [] : suggested.filter(({ orgId }) => !without.includes(orgId));
  const choose = ({ orgId, name }: ChosenUnit) => {
    setText('');
    onChoose({ orgId, name });
  };
  return (
    <div className="picker">
      <SearchField
        label={label}
        problem={problem}
        placeholder={t('letters.unitSearch')}
        maxLength={50}
        value={text}
        onChange={setText}
      />
      {first.length === 0 ? null : (
        <ul className="picks picks-suggested" aria-label={t('letters.unitSuggested')}>
          {first.map((unit) => (
            <li key={unit.orgId}>
              <button type="button" onClick={() => choose(unit)}>
                <strong>{unit.name}</strong> <span className="tag">{t('letters.suggested')}</span>
                <WhyLine why={unit.why} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {isTyping ? <UnitList units={offered} label={label} onChoose={choose} /> : null}
      {units.isError ? <p className="field-problem">{sentenceOf(units.error, t)}</p> : null}
      {isTyping && units.isSuccess && offered.length === 0 ? (
        <p className="quiet">{t('letters.unitNone')}</p>
      ) : null}
    </div>
  );
}

interface UnitListProps {
  readonly units: readonly LetterUnit[];
  readonly label: string;
  readonly onChoose: (unit: ChosenUnit) => void;
}

function UnitList({ units, label, onChoose }: UnitListProps) {
  const { t } = useLocale();
  if (units.length === 0) return null;
  return (
    <ul className="picks" aria-label={label}>
      {units.map((unit) => (
        <li key={unit.orgId}>
          <button type="button" disabled={!unit.hasReception} onClick={() => onChoose(unit)}>
            <strong>{unit.name}</strong>{' '}
            {unit.hasReception ? null : (
              <span className="quiet">{t('letters.unitWithoutReception')}</span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
