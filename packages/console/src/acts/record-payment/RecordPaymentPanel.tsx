import { fen, formatFen } from '@yichuang/kernel/money';
import { Input } from 'antd';
import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Field } from '../../ui/Field.tsx';
import type { ActPanelProps } from '../act.ts';
import { METHODS, type RecordPaymentValues } from './form-values.ts';

export function RecordPaymentPanel(props: ActPanelProps<RecordPaymentValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const problem = problems['receiptNumber'];
  return (
    <>
      <p className="amount-due">
        <span className="field-label">{t('act.RecordPayment.amount')}</span>
        <strong className="amount">{formatFen(fen(subject.view.fee?.amountFen ?? 0))}</strong>
      </p>
      <ChoiceField
        label={t('act.RecordPayment.method')}
        value={values.method}
        choices={METHODS.map((value) => ({ value, title: t(`method.${value}`) }))}
        onChange={(method) => onChange({ method })}
      />
      <Field
        label={t('act.RecordPayment.receipt')}
        problem={problem === undefined ? undefined : t(problem.key)}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={64}
            value={values.receiptNumber}
            onChange={(event) => onChange({ receiptNumber: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
