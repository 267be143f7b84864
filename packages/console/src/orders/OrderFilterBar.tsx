import { orderSources, type OrderPage } from '@yichuang/contracts';
import { Button } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { SelectBox } from '../ui/SelectBox.tsx';
import { isOrderFiltered, ORDER_ROUNDS, ORDER_STATES, type OrderFilters } from './order-filters.ts';

interface OrderFilterBarProps {
  readonly filters: OrderFilters;
  readonly counts: OrderPage['counts'];
  readonly units: NonNullable<OrderPage['units']>;
  readonly onChange: (change: OrderFilters) => void;
  readonly onClear: () => void;
}

/** States as chips with their counts, the rest as short lists; everything stays in the address. */
export function OrderFilterBar(props: OrderFilterBarProps) {
  const { filters, counts, units, onChange, onClear } = props;
  const { t } = useLocale();
  return (
    <div className="letter-filters" role="group" aria-label={t('inbox.filters')}>
      {ORDER_STATES.map((state) => (
        <button
          key={state}
          type="button"
          className="chip"
          aria-pressed={filters.state === state}
          onClick={() => onChange({ state: filters.state === state ? undefined : state })}
        >
          {t(`orders.state.${state}`)}{' '}
          {counts === undefined ? null : <span className="tabular">{counts[state]}</span>}
        </button>
      ))}
      <SelectBox
        label={t('orders.unit')}
        value={filters.unit}
        options={units.map(({ id, name }) => ({ value: id, title: name }))}
        onChange={(unit) => onChange({ unit })}
      />
      <SelectBox
        label={t('orders.source')}
        value={orderSources.find((source) => source === filters.source)}
        options={orderSources.map((value) => ({ value, title: t(`orders.source.${value}`) }))}
        onChange={(source) => onChange({ source })}
      />
      <SelectBox
        label={t('orders.rounds')}
        value={filters.rounds === undefined ? undefined : String(filters.rounds)}
        options={ORDER_ROUNDS.map((n) => ({ value: n, title: t('orders.roundsFrom', { n }) }))}
        onChange={(n) => onChange({ rounds: n === undefined ? undefined : Number(n) })}
      />
      {isOrderFiltered(filters) ? (
        <Button type="link" size="small" onClick={onClear}>
          {t('inbox.clear')}
        </Button>
      ) : null}
    </div>
  );
}
