import { useLocale } from '../session/use-locale.ts';
import { LightChips } from '../ui/LightChips.tsx';
import { phasesOf, type InboxFilters, type InboxList } from './filters.ts';

interface FilterChipsProps {
  readonly list: InboxList;
  readonly filters: InboxFilters;
  /** In whose place the reader may act now (代理). */
  readonly principals: readonly string[];
  readonly onChange: (change: InboxFilters) => void;
}

/** Chips switch one filter each; pressed ones say so to screen readers too. */
export function FilterChips({ list, filters, principals, onChange }: FilterChipsProps) {
  const { t } = useLocale();
  return (
    <div className="chips" role="group" aria-label={t('inbox.filters')}>
      <LightChips chosen={filters.light} onChoose={(light) => onChange({ light })} />
      <span className="chips-gap" aria-hidden="true" />
      {phasesOf(list).map((phase) => (
        <button
          key={phase}
          type="button"
          className="chip"
          aria-pressed={filters.phase === phase}
          onClick={() => onChange({ phase: filters.phase === phase ? undefined : phase })}
        >
          {t(`phase.${phase}`)}
        </button>
      ))}
      {principals.map((name) => (
        <button
          key={name}
          type="button"
          className="chip"
          aria-pressed={filters.onBehalfOf === name}
          onClick={() => onChange({ onBehalfOf: filters.onBehalfOf === name ? undefined : name })}
        >
          {t('lists.onBehalfOf', { name })}
        </button>
      ))}
      {filters.itemCode === undefined ? null : (
        <button
          type="button"
          className="chip"
          aria-pressed="true"
          onClick={() => onChange({ itemCode: undefined })}
        >
          {t('inbox.itemFilter', { name: filters.itemCode })} ✕
        </button>
      )}
    </div>
  );
}
