import type { StepNode } from '@yichuang/kernel/flow';
import { useWorkbench } from '../workbench-context.ts';
import { NumberSlot, SelectSlot } from './slots.tsx';

type Limit = NonNullable<StepNode['limit']>;
const MOST_DAYS = 366;

interface LimitSlotsProps {
  readonly limit: Limit | undefined;
  /** Without it "no limit" is not on offer. */
  readonly isRequired?: boolean;
  readonly onChange: (limit: Limit | undefined) => void;
}

/** 〔3〕〔个工作日〕, or 〔不限时〕. */
export function LimitSlots({ limit, isRequired = false, onChange }: LimitSlotsProps) {
  const { t } = useWorkbench().words;
  const units = isRequired ? (['WD', 'CD'] as const) : (['WD', 'CD', 'none'] as const);
  return (
    <>
      {limit === undefined ? null : (
        <NumberSlot
          label={t('designer.slot.amount')}
          value={limit.amount}
          min={1}
          max={MOST_DAYS}
          onChange={(amount) => onChange({ ...limit, amount })}
        />
      )}
      <SelectSlot
        label={t('designer.slot.unit')}
        value={limit?.unit ?? 'none'}
        options={units.map((unit) => ({ value: unit, title: t(`designer.unit.${unit}`) }))}
        onChange={(unit) =>
          onChange(unit === 'none' ? undefined : { amount: limit?.amount ?? 1, unit })
        }
      />
    </>
  );
}
