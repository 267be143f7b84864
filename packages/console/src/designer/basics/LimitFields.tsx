import type { ItemLimit } from '@yichuang/kernel/case';
import { Sentence } from '../panel/Sentence.tsx';
import { NumberSlot, SelectSlot } from '../panel/slots.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { useChangeItem } from './use-change-item.ts';

/** What the law gives, what the office promises. Units belong to the rule of law that is named. */
export function LimitFields() {
  const { design, words } = useWorkbench();
  const { t } = words;
  const { statutoryLimit, committedLimit } = design.item;
  const change = useChangeItem();
  return (
    <>
      <LimitSentence
        text={t('designer.sentence.statutory')}
        label={t('designer.statutory')}
        limit={statutoryLimit}
        onChange={(limit) => change('statutoryLimit', limit)}
      />
      <LimitSentence
        text={t('designer.sentence.committed')}
        label={t('designer.committed')}
        limit={committedLimit}
        onChange={(limit) => change('committedLimit', limit)}
      />
      <p className="quiet">{t('designer.limitsLead')}</p>
    </>
  );
}

interface LimitSentenceProps {
  readonly text: string;
  readonly label: string;
  readonly limit: ItemLimit | undefined;
  readonly onChange: (limit: ItemLimit | undefined) => void;
}

const NONE = '-';
const MOST_DAYS = 366;

function LimitSentence({ text, label, limit, onChange }: LimitSentenceProps) {
  const { view, words } = useWorkbench();
  const { t } = words;
  return (
    <Sentence
      text={text}
      slots={{
        amount:
          limit === undefined ? (
            t('designer.limitUnset')
          ) : (
            <NumberSlot
              label={t('designer.limitAmount', { name: label })}
              value={limit.amount}
              min={1}
              max={MOST_DAYS}
              onChange={(amount) => onChange({ ...limit, amount })}
            />
          ),
        rule: (
          <SelectSlot
            label={t('designer.limitRule', { name: label })}
            value={limit?.ruleId ?? NONE}
            options={[
              { value: NONE, title: t('designer.limitNone') },
              ...view.limitRules.map(({ id, name }) => ({ value: id, title: name })),
            ]}
            onChange={(ruleId) =>
              onChange(
                ruleId === NONE ? undefined : { ...limit, ruleId, amount: limit?.amount ?? 20 },
              )
            }
          />
        ),
      }}
    />
  );
}
