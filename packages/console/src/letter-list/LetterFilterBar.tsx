import { LETTER_KINDS, SATISFACTIONS } from '@yichuang/kernel/words';
import { Button } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { LightChips } from '../ui/LightChips.tsx';
import { useUnits } from '../letters/use-letters.ts';
import { SelectBox } from '../ui/SelectBox.tsx';
import { countIds, isFiltered, LETTER_PHASES, type LetterFilters } from './letter-filters.ts';

interface LetterFilterBarProps {
  readonly filters: LetterFilters;
  readonly onChange: (change: LetterFilters) => void;
  readonly onClear: () => void;
}

/** Lights as chips, the rest as short lists; everything stays in the address. */
export function LetterFilterBar({ filters, onChange, onClear }: LetterFilterBarProps) {
  const { t } = useLocale();
  const units = useUnits().data ?? [];
  const receiving = units.filter(({ hasReception }) => hasReception);
  const townships = units.filter(({ kind }) => kind === 'township');
  return (
    <div className="letter-filters" role="group" aria-label={t('inbox.filters')}>
      <LightChips chosen={filters.light} onChoose={(light) => onChange({ light })} />
      <SelectBox
        label={t('letters.kind')}
        value={filters.kind}
        options={LETTER_KINDS.map((value) => ({ value, title: t(`letterKind.${value}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <SelectBox
        label={t('inbox.step')}
        value={filters.phase}
        options={LETTER_PHASES.map((value) => ({ value, title: t(`phase.${value}`) }))}
        onChange={(phase) => onChange({ phase })}
      />
      <SelectBox
        label={t('letters.leadUnit')}
        value={filters.unitId}
        options={receiving.map(({ orgId, name }) => ({ value: orgId, title: name }))}
        onChange={(unitId) => onChange({ unitId })}
      />
      <SelectBox
        label={t('letters.division')}
        value={filters.divisionId}
        options={townships.map(({ orgId, name }) => ({ value: orgId, title: name }))}
        onChange={(divisionId) => onChange({ divisionId })}
      />
      <SelectBox
        label={t('letters.satisfaction')}
        value={filters.satisfaction}
        options={SATISFACTIONS.map((value) => ({ value, title: t(`satisfaction.${value}`) }))}
        onChange={(satisfaction) => onChange({ satisfaction })}
      />
      {(['from', 'until'] as const).map((name) => (
        <label key={name} className="filter-day">
          {t(`letters.${name}`)}{' '}
          <input
            type="date"
            className="select"
            value={filters[name] ?? ''}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        </label>
      ))}
      {filters.category === undefined ? null : (
        <button
          type="button"
          className="chip"
          aria-pressed="true"
          onClick={() => onChange({ category: undefined })}
        >
          {filters.category} ✕
        </button>
      )}
      {filters.ids === undefined ? null : (
        <button
          type="button"
          className="chip"
          aria-pressed="true"
          onClick={() => onChange({ ids: undefined })}
        >
          {t('letters.behind', { n: countIds(filters.ids) })} ✕
        </button>
      )}
      {isFiltered(filters) ? (
        <Button type="link" size="small" onClick={onClear}>
          {t('inbox.clear')}
        </Button>
      ) : null}
    </div>
  );
}
