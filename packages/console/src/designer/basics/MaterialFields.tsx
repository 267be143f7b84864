import { Button } from 'antd';
import type { MaterialDefinition } from '@yichuang/kernel/case';
import { withOptional } from '../model/with-optional.ts';
import { Sentence } from '../panel/Sentence.tsx';
import { SelectSlot } from '../panel/slots.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { TextInput } from './TextInput.tsx';

interface MaterialFieldsProps {
  readonly material: MaterialDefinition;
  readonly n: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (material: MaterialDefinition, mark?: string) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One material of the list: its name, and how it is handed in as a sentence. */
export function MaterialFields(props: MaterialFieldsProps) {
  const { material, n, isFirst, isLast, onChange, onMove, onRemove } = props;
  const { words } = useWorkbench();
  const { t } = words;
  const optional = (text: string) => (text === '' ? undefined : text);
  return (
    <div className="material-row">
      <div className="material-row-main">
        <TextInput
          label={t('designer.materialName', { n })}
          value={material.name}
          onChange={(name) => onChange({ ...material, name }, `material ${material.id}`)}
        />
        <Sentence
          text={t('designer.sentence.material')}
          slots={{
            necessity: (
              <SelectSlot
                label={t('designer.slot.necessity', { n })}
                value={material.necessity}
                options={(['required', 'optional', 'deferrable'] as const).map((value) => ({
                  value,
                  title: t(`materials.necessity.${value}`),
                }))}
                onChange={(necessity) => onChange({ ...material, necessity })}
              />
            ),
            carrier: (
              <SelectSlot
                label={t('designer.slot.carrier', { n })}
                value={material.carrier}
                options={(['electronic', 'paper', 'both'] as const).map((value) => ({
                  value,
                  title: t(`designer.carrier.${value}`),
                }))}
                onChange={(carrier) => onChange({ ...material, carrier })}
              />
            ),
            source: (
              <SelectSlot
                label={t('designer.slot.source', { n })}
                value={material.source}
                options={(['applicant', 'government', 'other'] as const).map((value) => ({
                  value,
                  title: t(`designer.source.${value}`),
                }))}
                onChange={(source) => onChange({ ...material, source })}
              />
            ),
          }}
        />
        <TextInput
          label={t('designer.criteria')}
          value={material.criteria ?? ''}
          isLong
          maxLength={500}
          onChange={(text) =>
            onChange(withOptional(material, 'criteria', optional(text)), `criteria ${material.id}`)
          }
        />
      </div>
      <div className="material-row-acts">
        <Button
          size="small"
          disabled={isFirst}
          aria-label={t('designer.materialUp', { n })}
          onClick={() => onMove(-1)}
        >
          ↑
        </Button>
        <Button
          size="small"
          disabled={isLast}
          aria-label={t('designer.materialDown', { n })}
          onClick={() => onMove(1)}
        >
          ↓
        </Button>
        <Button
          size="small"
          danger
          aria-label={t('designer.materialRemove', { n })}
          onClick={onRemove}
        >
          {t('designer.remove')}
        </Button>
      </div>
    </div>
  );
}
