import type { WatchHitPage } from '@yichuang/contracts';
import { Button } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { SelectBox } from '../ui/SelectBox.tsx';
import { HIT_KINDS, HIT_LIGHTS, HIT_STATUSES, type HitFilters } from './hit-filters.ts';
import { HitMark } from './HitMark.tsx';

type Choices = NonNullable<WatchHitPage['choices']>;

interface HitFilterBarProps {
  readonly filters: HitFilters;
  readonly choices: Choices | undefined;
  readonly onChange: (filters: HitFilters) => void;
}

/** What the list is narrowed by: it stands in the address, so a link says the same. */
export function HitFilterBar({ filters, choices, onChange }: HitFilterBarProps) {
  const { t } = useLocale();
  const set = (change: { readonly [K in keyof HitFilters]?: HitFilters[K] | undefined }) => {
    const all = Object.entries({ ...filters, ...change });
    onChange(Object.fromEntries(all.filter(([, value]) => value !== undefined)) as HitFilters);
  };
  const count = (list: keyof Choices, key: string): string => {
    const found = choices?.[list].find((one) => one.key === key);
    return found === undefined ? '' : ` ${found.hits}`;
  };
  return (
    <div className="chips board-filters">
      {HIT_LIGHTS.map((light) => (
        <button
          key={light}
          type="button"
          className="chip"
          aria-pressed={filters.light === light}
          onClick={() => set({ light: filters.light === light ? undefined : light })}
        >
          <HitMark light={light} />
          {count('lights', light)}
        </button>
      ))}
      <button
        type="button"
        className="chip"
        aria-pressed={filters.isMarked === true}
        onClick={() => set({ isMarked: filters.isMarked === true ? undefined : true })}
      >
        {t('watch.marked')}
      </button>
      <SelectBox
        label={t('watch.statusName')}
        value={filters.status}
        options={HIT_STATUSES.map((value) => ({
          value,
          title: `${t(`watch.status.${value}`)}${count('statuses', value)}`,
        }))}
        onChange={(status) => set({ status })}
      />
      <SelectBox
        label={t('watch.kindName')}
        value={filters.kind}
        options={HIT_KINDS.map((value) => ({
          value,
          title: `${t(`watch.kind.${value}`)}${count('kinds', value)}`,
        }))}
        onChange={(kind) => set({ kind })}
      />
      <SelectBox
        label={t('watch.unit')}
        value={filters.orgId}
        options={(choices?.orgs ?? []).map(({ key, name, hits }) => ({
          value: key,
          title: `${name} ${hits}`,
        }))}
        onChange={(orgId) => set({ orgId })}
      />
      {Object.keys(filters).length === 0 ? null : (
        <Button type="text" onClick={() => onChange({})}>
          {t('inbox.clear')}
        </Button>
      )}
    </div>
  );
}
