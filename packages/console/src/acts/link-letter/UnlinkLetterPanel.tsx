import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ActReason } from '../ActReason.tsx';
import type { ActPanelProps } from '../act.ts';
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
      <ActReason values={values} problems={problems} onChange={onChange} />
    </>
  );
}
