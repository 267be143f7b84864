import { ReferralFields } from '../../letters/ReferralFields.tsx';
import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ActReason } from '../ActReason.tsx';
import type { ActPanelProps } from '../act.ts';
import type { AnswerObjectionValues } from './form-values.ts';

const VERDICTS = ['rejected', 'upheld'] as const;

/** What the unit says stands above the choice; consenting asks at once where it goes instead. */
export function AnswerObjectionPanel(props: ActPanelProps<AnswerObjectionValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const letter = subject.view.letter;
  const objected = letter?.referrals.at(-1);
  return (
    <>
      {objected?.objection === undefined ? null : (
        <blockquote className="opinion">
          <strong>{objected.to}</strong> {objected.objection.reason}
        </blockquote>
      )}
      <ChoiceField
        label={t('act.AnswerObjection.verdict')}
        value={values.isUpheld ? 'upheld' : 'rejected'}
        choices={VERDICTS.map((value) => ({
          value,
          title: t(`act.AnswerObjection.${value}`),
          hint: t(`objectionHint.${value}`),
        }))}
        onChange={(verdict) => onChange({ isUpheld: verdict === 'upheld' })}
      />
      <ActReason values={values} problems={problems} onChange={onChange} />
      {values.isUpheld ? (
        <ReferralFields
          caseId={subject.view.caseId}
          letter={letter}
          values={values.referral}
          problems={problems}
          onChange={(change) => onChange({ referral: { ...values.referral, ...change } })}
        />
      ) : null}
    </>
  );
}
