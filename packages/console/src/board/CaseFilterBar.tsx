import type { BoardChoice } from '@yichuang/contracts';
import { LIGHT_LEVELS } from '@yichuang/kernel/words';
import { Button } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { Light } from '../ui/Light.tsx';
import { SelectBox } from '../ui/SelectBox.tsx';
import { BOARD_LIGHTS, type BoardFilters } from './board-filters.ts';

interface CaseFilterBarProps {
  readonly filters: BoardFilters;
  readonly departments: readonly { readonly orgId: string; readonly name: string }[];
  readonly items: readonly BoardChoice[];
  readonly holders: readonly BoardChoice[];
  readonly onChange: (change: BoardFilters) => void;
  readonly onClear: () => void;
}

/** What the list is narrowed by: it stands in the address, so a link says the same. */
export function CaseFilterBar(props: CaseFilterBarProps) {
  const { filters, departments, items, holders, onChange, onClear } = props;
  const { t } = useLocale();
  const options = (choices: readonly BoardChoice[]) =>
    choices.map(({ key, name, cases }) => ({ value: key, title: `${name}（${cases}）` }));
  return (
    <div className="chips board-filters">
      {BOARD_LIGHTS.map((light) => (
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
      <button
        type="button"
        className="chip"
        aria-pressed={filters.wasLate === true}
        onClick={() => onChange({ wasLate: filters.wasLate === true ? undefined : true })}
      >
        {t('board.wasLate')}
      </button>
      <SelectBox
        label={t('board.level')}
        value={filters.level}
        options={LIGHT_LEVELS.map((value) => ({ value, title: t(`level.${value}`) }))}
        onChange={(level) => onChange({ level })}
      />
      <SelectBox
        label={t('board.department')}
        value={filters.orgId}
        options={departments.map(({ orgId, name }) => ({ value: orgId, title: name }))}
        onChange={(orgId) => onChange({ orgId })}
      />
      <SelectBox
        label={t('inbox.item')}
        value={filters.itemCode}
        options={options(items)}
        onChange={(itemCode) => onChange({ itemCode })}
      />
      <SelectBox
        label={t('board.holder')}
        value={filters.holder}
        options={options(holders)}
        onChange={(holder) => onChange({ holder })}
      />
      {Object.keys(filters).length === 0 ? null : (
        <Button type="text" onClick={onClear}>
          {t('inbox.clear')}
        </Button>
      )}
    </div>
  );
}
