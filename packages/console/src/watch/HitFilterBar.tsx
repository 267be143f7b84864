import type { WatchHitPage } from '@yichuang/contracts';
import { WATCH_KINDS } from '@yichuang/kernel/words';
import { Button } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { SelectBox } from '../ui/SelectBox.tsx';
import { HIT_LIGHTS, HIT_STATUSES, type HitFilters } from './hit-filters.ts';
import { HitMark } from './HitMark.tsx';

type Choices = NonNullable<WatchHitPage['choices']>;

interface HitFilterBarProps {
  readonly filters: HitFilters;
  readonly choices: Choices | undefined;
  /** What a link led to, by name; there is no list to choose it from. */
  readonly of: { readonly rule: string | undefined; readonly number: string | undefined };
  readonly onChange: (filters: HitFilters) => void;
}

/** What the list is narrowed by: it stands in the address, so a link says the same. */
export function HitFilterBar({ filters, choices, of, onChange }: HitFilterBarProps) {
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
        options={WATCH_KINDS.map((value) => ({
          value,
          title: `${t(`watch.kind.${value}`)}${count('kinds', value)}`,
        }))}
        onChange={(kind) => set({ kind })}
      />
      <SelectBox
        label={t('watch.unit')}
        value={filters.orgId}
        options={optionsOf(choices?.orgs)}
        onChange={(orgId) => set({ orgId })}
      />
      <SelectBox
        label={t('watch.item')}
        value={filters.itemCode}
        options={optionsOf(choices?.items)}
        onChange={(itemCode) => set({ itemCode })}
      />
      <SelectBox
        label={t('watch.person')}
        value={filters.personId}
        options={optionsOf(choices?.people)}
        onChange={(personId) => set({ personId })}
      />
      {of.rule === undefined ? null : (
        <OnlyChip what={of.rule} onRemove={() => set({ ruleId: undefined })} />
      )}
      {of.number === undefined ? null : (
        <OnlyChip
          what={t('watch.ofCase', { number: of.number })}
          onRemove={() => set({ caseId: undefined })}
        />
      )}
      {Object.keys(filters).length === 0 ? null : (
        <Button type="text" onClick={() => onChange({})}>
          {t('inbox.clear')}
        </Button>
      )}
    </div>
  );
}

function optionsOf(choices: Choices['orgs'] = []) {
  return choices.map(({ key, name, hits }) => ({ value: key, title: `${name} ${hits}` }));
}

function OnlyChip({ what, onRemove }: { readonly what: string; readonly onRemove: () => void }) {
  const { t } = useLocale();
  return (
    <button
      type="button"
      className="chip"
      aria-pressed="true"
      aria-label={t('watch.remove', { what })}
      onClick={onRemove}
    >
      {what} <span aria-hidden="true">×</span>
    </button>
  );
}
