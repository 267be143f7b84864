import { SERVICE_METHODS } from '@yichuang/kernel/words';
import { Input } from 'antd';
import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Field } from '../../ui/Field.tsx';
import type { ActPanelProps } from '../act.ts';
import type { ServeResultValues } from './form-values.ts';
import { SignaturePad } from './SignaturePad.tsx';

export function ServeResultPanel(props: ActPanelProps<ServeResultValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const sentence = (name: string) => {
    const problem = problems[name];
    return problem === undefined ? undefined : t(problem.key, problem.params);
  };
  return (
    <>
      <ChoiceField
        label={t('act.ServeResult.method')}
        value={values.method}
        choices={SERVICE_METHODS.map((value) => ({ value, title: t(`serve.${value}`) }))}
        onChange={(method) => onChange({ method })}
      />
      <Field label={t('act.ServeResult.recipient')} problem={sentence('recipient')}>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={values.recipient}
            onChange={(event) => onChange({ recipient: event.target.value })}
          />
        )}
      </Field>
      {values.method === 'post' ? (
        <Field label={t('act.ServeResult.tracking')} problem={sentence('trackingNumber')}>
          {(control) => (
            <Input
              {...control}
              maxLength={64}
              value={values.trackingNumber}
              onChange={(event) => onChange({ trackingNumber: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      {values.method === 'counter' ? (
        <SignaturePad
          itemCode={subject.view.itemCode}
          isSaved={values.signatureSha256 !== ''}
          problem={sentence('signature')}
          onDraw={() => onChange({ isSignatureUnsaved: true, signatureSha256: '' })}
          onClear={() => onChange({ isSignatureUnsaved: false, signatureSha256: '' })}
          onSave={(signatureSha256) => onChange({ signatureSha256, isSignatureUnsaved: false })}
        />
      ) : null}
    </>
  );
}
