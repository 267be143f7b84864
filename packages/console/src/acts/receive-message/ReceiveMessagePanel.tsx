import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import type { ReceiveMessageValues } from './form-values.ts';

export function ReceiveMessagePanel(props: ActPanelProps<ReceiveMessageValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const nodes = subject.allowed.nodes ?? [];
  const nameOf = (id: string) =>
    subject.view.messages.find(({ nodeId }) => nodeId === id)?.name ?? id;
  return (
    <>
      <ChoiceField
        label={t('act.ReceiveMessage.which')}
        value={values.nodeId}
        choices={nodes.map((id) => ({ value: id, title: nameOf(id) }))}
        onChange={(nodeId) => onChange({ nodeId })}
      />
      <ReasonField
        label={t('act.ReceiveMessage.words')}
        name="message"
        value={values.message}
        problems={problems}
        onChange={(message) => onChange({ message })}
      />
    </>
  );
}
