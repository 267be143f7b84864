import type { StepNode } from '@yichuang/kernel/flow';
import { Input } from 'antd';
import { Field } from '../../ui/Field.tsx';
import { withOptional } from '../model/with-optional.ts';
import { useWorkbench } from '../workbench-context.ts';
import { Sentence } from './Sentence.tsx';
import { SelectSlot } from './slots.tsx';
import { useChangeStep } from './use-change-step.ts';

/** 廉政风险点: how great the risk is, and what guards against it. */
export function RiskPointFields({ step }: { readonly step: StepNode }) {
  const { t } = useWorkbench().words;
  const change = useChangeStep(step.id);
  const { riskPoint } = step;
  return (
    <>
      <Sentence
        text={t('designer.sentence.risk')}
        slots={{
          level: (
            <SelectSlot
              label={t('designer.slot.risk')}
              value={riskPoint?.level ?? 'none'}
              options={(['none', 'low', 'middle', 'high'] as const).map((level) => ({
                value: level,
                title: t(`designer.riskLevel.${level}`),
              }))}
              onChange={(level) =>
                change((s) =>
                  withOptional(
                    s,
                    'riskPoint',
                    level === 'none' ? undefined : { measure: riskPoint?.measure ?? '', level },
                  ),
                )
              }
            />
          ),
        }}
      />
      {riskPoint === undefined ? null : (
        <Field label={t('designer.riskMeasure')}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 6 }}
              value={riskPoint.measure}
              onChange={(event) => {
                const measure = event.target.value;
                change((s) => ({ ...s, riskPoint: { ...riskPoint, measure } }), `risk ${step.id}`);
              }}
            />
          )}
        </Field>
      )}
    </>
  );
}
