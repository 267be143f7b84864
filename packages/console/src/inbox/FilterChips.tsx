import { useLocale } from '../session/use-locale.ts';
import { Light } from '../ui/Light.tsx';
import { LIGHTS, phasesOf, type InboxFilters, type InboxList } from './filters.ts';

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
      {LIGHTS.map((light) => (
        <button
          key={light}
          type="button"
          className="chip"
          aria-pressed={filters.light === light}
          onClick={() => onChange({ light: filters.light === light ? undefined : light })}
        >
          <Light light={light} />
        </button>
      ))}
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
