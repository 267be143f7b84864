import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import { openOrders, type AnswerSupervisionValues } from './form-values.ts';

/** What is demanded stands above the answer. */
export function AnswerSupervisionPanel(props: ActPanelProps<AnswerSupervisionValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  return (
    <>
      <ChoiceField
        label={t('act.AnswerSupervision.which')}
        value={values.supervisionId}
        choices={openOrders(subject).map(({ supervisionId, ground, demand }) => ({
          value: supervisionId,
          title: demand,
          hint: ground,
        }))}
        onChange={(supervisionId) => onChange({ supervisionId })}
      />
      <ReasonField
        label={t('act.AnswerSupervision.text')}
        name="text"
        value={values.text}
        problems={problems}
        onChange={(text) => onChange({ text })}
      />
    </>
  );
}
