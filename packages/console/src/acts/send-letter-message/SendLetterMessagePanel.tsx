import { useLocale } from '../../session/use-locale.ts';
import { useMayQuietly } from '../../session/use-session.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import { SIDES, type SendLetterMessageValues } from './form-values.ts';

/** To the other two of the three: whoever is of the office writes as the office. */
export function SendLetterMessagePanel(props: ActPanelProps<SendLetterMessageValues>) {
  const { values, problems, onChange } = props;
  const { t } = useLocale();
  const self = useMayQuietly('letter:office') ? 'office' : 'handler';
  return (
    <>
      <ChoiceField
        label={t('act.SendLetterMessage.to')}
        value={values.to}
        choices={SIDES.filter((side) => side !== self).map((value) => ({
          value,
          title: t(`letterSide.${value}`),
        }))}
        onChange={(to) => onChange({ to })}
      />
      <ReasonField
        label={t('act.SendLetterMessage.text')}
        name="text"
        value={values.text}
        problems={problems}
        onChange={(text) => onChange({ text })}
      />
    </>
  );
}
