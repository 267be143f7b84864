import { ReferralFields } from '../../letters/ReferralFields.tsx';
import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import { Deferral } from './Deferral.tsx';
import {
  asksForUnit,
  deferrable,
  problemsOf,
  withDays,
  type AcceptCaseValues,
} from './form-values.ts';

export function AcceptCasePanel(props: ActPanelProps<AcceptCaseValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const unchecked = problemsOf(values, subject)['checks'];
  const later = deferrable(subject);
  return (
    <>
      {unchecked === undefined ? null : (
        <p className="notice notice-soft">{t(unchecked.key, unchecked.params)}</p>
      )}
      {later.length === 0 ? null : (
        <fieldset className="field">
          <legend className="field-label">{t('act.AcceptCase.defer')}</legend>
          <p className="quiet">{t('act.AcceptCase.deferHint')}</p>
          {later.map((material) => (
            <Deferral
              key={material.id}
              material={material}
              days={values.deferred[material.id]}
              onChange={(days) => onChange({ deferred: withDays(values, material.id, days) })}
            />
          ))}
        </fieldset>
      )}
      {asksForUnit(subject) ? <WhoAnswers {...props} /> : null}
      <ReasonField
        label={`${t('act.opinion')}${t('form.optional')}`}
        name="opinion"
        value={values.opinion}
        problems={problems}
        onChange={(opinion) => onChange({ opinion })}
      />
    </>
  );
}

/** Of a letter: a unit, with suggestions and why, or the office that accepts it. */
function WhoAnswers({ subject, values, problems, onChange }: ActPanelProps<AcceptCaseValues>) {
  const { t } = useLocale();
  return (
    <>
      <ChoiceField
        label={t('act.AcceptCase.goesTo')}
        value={values.goesTo}
        choices={(['unit', 'office'] as const).map((value) => ({
          value,
          title: t(`letters.goesTo.${value}`),
        }))}
        onChange={(goesTo) => onChange({ goesTo })}
      />
      {values.goesTo === 'unit' ? (
        <ReferralFields
          caseId={subject.view.caseId}
          letter={subject.view.letter}
          values={values.referral}
          problems={problems}
          onChange={(change) => onChange({ referral: { ...values.referral, ...change } })}
        />
      ) : null}
    </>
  );
}
