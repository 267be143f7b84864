import { Findings } from '../../letters/Findings.tsx';
import { useLocale } from '../../session/use-locale.ts';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import { needsWords, type ApproveTaskValues } from './form-values.ts';

/** Of a letter with why its answer is flagged, above the words that let it pass all the same. */
export function ApproveTaskPanel(props: ActPanelProps<ApproveTaskValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  return (
    <>
      <Findings findings={subject.view.letter?.draft?.findings ?? []} />
      <ReasonField
        label={t(needsWords(subject) ? 'act.ApproveTask.flagged' : 'act.opinion')}
        name="opinion"
        value={values.opinion}
        problems={problems}
        onChange={(opinion) => onChange({ opinion })}
      />
    </>
  );
}
