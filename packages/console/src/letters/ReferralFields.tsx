import type { StaffLetterView } from '@yichuang/contracts';
import { Button, Checkbox } from 'antd';
import type { Problems } from '../acts/act.ts';
import { ReasonField } from '../acts/ReasonField.tsx';
import { useLocale } from '../session/use-locale.ts';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { DayField } from '../ui/DayField.tsx';
import type { ReferralValues } from './referral-values.ts';
import { UnitPicker } from './UnitPicker.tsx';
import { useAssistance } from './use-letters.ts';

interface ReferralFieldsProps {
  readonly caseId: string;
  readonly letter: StaffLetterView | undefined;
  readonly values: ReferralValues;
  readonly problems: Problems;
  readonly onChange: (change: Partial<ReferralValues>) => void;
}

/** Lead unit first, then how it goes there, who takes part, and a note that goes along. */
export function ReferralFields(props: ReferralFieldsProps) {
  const { caseId, letter, values, problems, onChange } = props;
  const { t } = useLocale();
  const suggested = useAssistance(caseId).data?.units ?? [];
  const problem = problems['unit'];
  const dayProblem = problems['reportBy'];
  const has = letter?.unitId === undefined ? [] : [letter.unitId];
  return (
    <>
      <UnitPicker
        label={t('letters.leadUnit')}
        chosen={values.unit}
        suggested={suggested}
        without={[...has, ...values.coUnits.map(({ orgId }) => orgId)]}
        problem={problem === undefined ? undefined : t(problem.key)}
        onChoose={(unit) => onChange({ unit })}
      />
      <ChoiceField
        label={t('letters.manner')}
        value={values.manner}
        choices={(['transfer', 'assign'] as const).map((value) => ({
          value,
          title: t(`letters.manner.${value}`),
          hint: t(`letters.mannerHint.${value}`),
        }))}
        onChange={(manner) => onChange({ manner })}
      />
      {values.manner === 'assign' ? (
        <DayField
          label={t('letters.reportBy')}
          value={values.reportBy}
          problem={dayProblem === undefined ? undefined : t(dayProblem.key)}
          onChange={(reportBy) => onChange({ reportBy })}
        />
      ) : null}
      {letter?.canBeSimple === true && letter.procedure === 'ordinary' ? (
        <div className="field">
          <Checkbox
            checked={values.isSimple}
            onChange={(event) => onChange({ isSimple: event.target.checked })}
          >
            {t('letters.simple')}
          </Checkbox>
          <div className="choice-hint">{t('letters.simpleHint')}</div>
        </div>
      ) : null}
      <CoUnits values={values} without={has} onChange={onChange} />
      <ReasonField
        label={`${t('letters.referralNote')}${t('form.optional')}`}
        name="note"
        value={values.note}
        problems={problems}
        onChange={(note) => onChange({ note })}
      />
    </>
  );
}

interface CoUnitsProps {
  readonly values: ReferralValues;
  readonly without: readonly string[];
  readonly onChange: (change: Partial<ReferralValues>) => void;
}

/** Units that take part under the lead of the first; seldom needed, so folded away. */
function CoUnits({ values, without, onChange }: CoUnitsProps) {
  const { t } = useLocale();
  const { coUnits, unit } = values;
  const taken = [...without, ...coUnits.map(({ orgId }) => orgId)];
  return (
    <details className="field co-units" open={coUnits.length > 0}>
      <summary>{t('letters.coUnits')}</summary>
      {coUnits.length === 0 ? null : (
        <ul className="chosen-people" aria-label={t('letters.coUnits')}>
          {coUnits.map(({ orgId, name }) => (
            <li key={orgId}>
              {name}{' '}
              <Button
                type="link"
                size="small"
                aria-label={t('letters.coUnitWithout', { name })}
                onClick={() =>
                  onChange({ coUnits: coUnits.filter((other) => other.orgId !== orgId) })
                }
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <UnitPicker
        label={t('letters.coUnitAdd')}
        chosen={undefined}
        without={unit === undefined ? taken : [...taken, unit.orgId]}
        onChoose={(added) =>
          added === undefined ? undefined : onChange({ coUnits: [...coUnits, added] })
        }
      />
    </details>
  );
}
