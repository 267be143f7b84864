import { useEffect, useRef } from 'react';
import { AnswerCheckNote } from '../../letters/AnswerCheckNote.tsx';
import { LawsField } from '../../letters/LawsField.tsx';
import { ownOfficer } from '../../letters/own-officer.ts';
import { useAssistance } from '../../letters/use-letters.ts';
import { useLocale } from '../../session/use-locale.ts';
import { useMyName } from '../../session/use-session.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import { resultsOf, type DraftAnswerValues } from './form-values.ts';
import { OfficerFields } from './OfficerFields.tsx';

/** The reply form: thanks, result, name and telephone; facts and law where the item asks. */
export function DraftAnswerPanel(props: ActPanelProps<DraftAnswerValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const { caseId } = subject.view;
  const me = useMyName();
  const laws = useAssistance(caseId).data?.laws ?? [];
  const results = resultsOf(subject);
  const outcomeProblem = problems['outcome'];
  const isNamed = useRef(values.officerName !== '' || values.officerPhone !== '');
  useEffect(() => {
    // Once, when the form opens: what is emptied by hand stays empty.
    if (isNamed.current || me === undefined) return;
    isNamed.current = true;
    onChange(ownOfficer(me));
  }, [me, onChange]);
  return (
    <>
      <ReasonField
        label={`${t('act.DraftAnswer.thanks')}${t('form.optional')}`}
        name="thanks"
        value={values.thanks}
        problems={problems}
        hasPhrases={false}
        onChange={(thanks) => onChange({ thanks })}
      />
      {results.length === 0 ? null : (
        <ChoiceField
          label={t('act.DraftAnswer.outcome')}
          value={values.outcome}
          problem={outcomeProblem === undefined ? undefined : t(outcomeProblem.key)}
          choices={results.map((value) => ({ value, title: t(`letterResult.${value}`) }))}
          onChange={(outcome) => onChange({ outcome })}
        />
      )}
      {results.length === 0 ? null : (
        <ReasonField
          label={t('act.DraftAnswer.facts')}
          name="facts"
          value={values.facts}
          problems={problems}
          hasPhrases={false}
          onChange={(facts) => onChange({ facts })}
        />
      )}
      <ReasonField
        label={t('act.DraftAnswer.result')}
        name="result"
        value={values.result}
        problems={problems}
        onChange={(result) => onChange({ result })}
      />
      <AnswerCheckNote caseId={caseId} result={values.result} facts={values.facts} />
      <LawsField
        item={subject.item}
        suggested={laws}
        values={values}
        problem={problems['basis']}
        isOptional={results.length === 0}
        onChange={onChange}
      />
      <OfficerFields values={values} problems={problems} onChange={onChange} />
    </>
  );
}
