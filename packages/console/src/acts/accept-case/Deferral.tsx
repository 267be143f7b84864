import type { MaterialDefinition } from '@yichuang/kernel/case';
import { Checkbox, InputNumber } from 'antd';
import { useLocale } from '../../session/use-locale.ts';

interface DeferralProps {
  readonly material: MaterialDefinition;
  readonly days: number | undefined;
  readonly onChange: (days: number | undefined) => void;
}

/**
 * One material that may come later: within how many working days, at most what the item gives, and
 * what follows if it does not come.
 */
export function Deferral({ material, days, onChange }: DeferralProps) {
  const { t } = useLocale();
  const { name, deferral } = material;
  const most = deferral?.days ?? 1;
  return (
    <div className="deferral">
      <Checkbox
        checked={days !== undefined}
        onChange={(event) => onChange(event.target.checked ? most : undefined)}
      >
        {name}
      </Checkbox>
      {days === undefined ? null : (
        <div className="deferral-days">
          <InputNumber
            aria-label={t('act.AcceptCase.deferDays', { name })}
            min={1}
            max={most}
            precision={0}
            value={days}
            onChange={(value) => onChange(value ?? most)}
          />
          <span>{t('act.AcceptCase.deferUnit')}</span>
          <p className="quiet">{deferral?.consequence}</p>
        </div>
      )}
    </div>
  );
}
