import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import { standingLinks, type UnlinkLetterValues } from './form-values.ts';

export function UnlinkLetterPanel(props: ActPanelProps<UnlinkLetterValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  return (
    <>
      <ChoiceField
        label={t('act.UnlinkLetter.which')}
        value={values.linkId}
        choices={standingLinks(subject).map(({ linkId, number, relation, reason }) => ({
          value: linkId,
          title: `${number} ${t(`linkRelation.${relation}`)}`,
          hint: reason,
        }))}
        onChange={(linkId) => onChange({ linkId })}
      />
      <ReasonField
        label={t('act.reason')}
        name="reason"
        value={values.reason}
        problems={problems}
        onChange={(reason) => onChange({ reason })}
      />
    </>
  );
}
