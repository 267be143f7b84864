import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField, type Choice } from '../../ui/ChoiceField.tsx';
import type { ActPanelProps } from '../act.ts';
import { BasisField } from '../BasisField.tsx';
import { ReasonField } from '../ReasonField.tsx';
import type { SettleDebtValues } from './form-values.ts';

export function SettleDebtPanel(props: ActPanelProps<SettleDebtValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const debts = subject.view.debts.filter(({ debtId }) => subject.allowed.debts?.includes(debtId));
  const chosen = debts.find(({ debtId }) => debtId === values.debtId);
  const verdict = problems['verdict'];
  const choices: readonly Choice<'kept' | 'insufficient' | 'broken'>[] = [
    { value: 'kept', title: t('act.SettleDebt.kept') },
    // A commitment is found kept or broken; only what was handed in can be "not enough".
    ...(chosen?.kind === 'commitment'
      ? []
      : [
          {
            value: 'insufficient' as const,
            title: t('act.SettleDebt.insufficient'),
            hint: t('act.SettleDebt.insufficientHint'),
          },
        ]),
    { value: 'broken', title: t('act.SettleDebt.broken'), hint: chosen?.consequence },
  ];
  return (
    <>
      <ChoiceField
        label={t('act.SettleDebt.which')}
        value={values.debtId}
        choices={debts.map(({ debtId, name, kind }) => ({
          value: debtId,
          title: name,
          hint: t(`debt.${kind}`),
        }))}
        onChange={(debtId) => onChange({ debtId })}
      />
      <ChoiceField
        label={t('act.SettleDebt.verdict')}
        value={values.verdict === '' ? undefined : values.verdict}
        problem={verdict === undefined ? undefined : t(verdict.key)}
        choices={choices}
        onChange={(found) => onChange({ verdict: found })}
      />
      <ReasonField
        label={t('act.SettleDebt.note')}
        name="note"
        value={values.note}
        problems={problems}
        onChange={(note) => onChange({ note })}
      />
      {values.verdict === 'broken' ? (
        <BasisField subject={subject} values={values} problems={problems} onChange={onChange} />
      ) : null}
    </>
  );
}
