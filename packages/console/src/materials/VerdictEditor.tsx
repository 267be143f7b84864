import type { MaterialView } from '@yichuang/contracts';
import type { MaterialVerdict } from '@yichuang/kernel/case';
import { MATERIAL_VERDICTS } from '@yichuang/kernel/words';
import { Checkbox, Input } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { Field } from '../ui/Field.tsx';
import { setVerdict, type CheckValue } from './check-values.ts';
import { templatesFor } from './reason-templates.ts';

interface VerdictEditorProps {
  readonly material: MaterialView;
  readonly value: CheckValue;
  readonly onChange: (value: CheckValue) => void;
}

/** Complete, missing or wrong; what is not complete says what is wrong and how to mend it. */
export function VerdictEditor({ material, value, onChange }: VerdictEditorProps) {
  const { t } = useLocale();
  const { verdict } = value;
  const isFaulty = verdict === 'missing' || verdict === 'wrong';
  const give = (given: MaterialVerdict) => {
    const template = given === 'missing' ? templatesFor('missing')[0] : undefined;
    const changed = setVerdict(value, given);
    // There is only one way to be missing; a wrong one has to be described.
    const isBlank = template !== undefined && changed.problem === '';
    onChange(
      isBlank
        ? { ...changed, problem: t(template.problem), instruction: t(template.instruction) }
        : changed,
    );
  };
  return (
    <div className="verdict">
      <div
        className="verdict-buttons"
        role="group"
        aria-label={t('materials.verdict', { name: material.name })}
      >
        {MATERIAL_VERDICTS.map((given, index) => (
          <button
            key={given}
            type="button"
            className={`verdict-button verdict-${given}`}
            aria-pressed={verdict === given}
            onClick={() => give(given)}
          >
            {t(`materials.${given}`)} <kbd className="only-keyboard">{index + 1}</kbd>
          </button>
        ))}
        {material.isOnPaper || material.carrier !== 'electronic' ? (
          <Checkbox
            checked={value.isPaperReceived}
            disabled={material.isPaperReceived}
            onChange={(event) => onChange({ ...value, isPaperReceived: event.target.checked })}
          >
            {t('materials.paperReceived')}
          </Checkbox>
        ) : null}
      </div>
      {isFaulty ? <Faults verdict={verdict} value={value} onChange={onChange} /> : null}
    </div>
  );
}

interface FaultsProps {
  readonly verdict: 'missing' | 'wrong';
  readonly value: CheckValue;
  readonly onChange: (value: CheckValue) => void;
}

function Faults({ verdict, value, onChange }: FaultsProps) {
  const { t } = useLocale();
  return (
    <div className="faults">
      <div className="phrases" role="group" aria-label={t('materials.templates')}>
        {templatesFor(verdict).map((template) => (
          <button
            key={template.problem}
            type="button"
            className="phrase"
            onClick={() =>
              onChange({
                ...value,
                problem: t(template.problem),
                instruction: t(template.instruction),
              })
            }
          >
            {t(template.problem)}
          </button>
        ))}
      </div>
      <div className="field-pair">
        <Field
          label={t('materials.problem')}
          problem={value.problem.trim() === '' ? t('materials.problemMissing') : undefined}
        >
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 1, maxRows: 4 }}
              maxLength={4000}
              value={value.problem}
              onChange={(event) => onChange({ ...value, problem: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('materials.instruction')}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 1, maxRows: 4 }}
              maxLength={4000}
              value={value.instruction}
              onChange={(event) => onChange({ ...value, instruction: event.target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}
