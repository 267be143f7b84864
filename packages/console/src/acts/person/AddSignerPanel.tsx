import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { ActPanelProps } from '../act.ts';
import type { AddSignerValues } from './form-values.ts';
import { PersonPanel } from './person-act.tsx';

const KINDS = ['before', 'with', 'after'] as const;

/** Each way of adding a signer says what it means for me. */
export function AddSignerPanel(props: ActPanelProps<AddSignerValues>) {
  const { values, onChange } = props;
  const { t } = useLocale();
  return (
    <>
      <ChoiceField
        label={t('act.AddSigner.kind')}
        value={values.kind}
        choices={KINDS.map((kind) => ({
          value: kind,
          title: t(`act.AddSigner.${kind}`),
          hint: t(`act.AddSigner.${kind}Hint`),
        }))}
        onChange={(kind) => onChange({ kind })}
      />
      <PersonPanel {...props} who="act.AddSigner.who" label="act.reason" />
    </>
  );
}
