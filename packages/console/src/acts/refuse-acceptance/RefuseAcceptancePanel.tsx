import { useAssistance } from '../../letters/use-letters.ts';
import { WhyLine } from '../../letters/WhyLine.tsx';
import { useLocale } from '../../session/use-locale.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ActReason } from '../ActReason.tsx';
import type { ActPanelProps } from '../act.ts';
import { BasisField } from '../BasisField.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { fromProcedure, groundsOf, type RefuseAcceptanceValues } from './form-values.ts';

export function RefuseAcceptancePanel(props: ActPanelProps<RefuseAcceptanceValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const isLetter = subject.view.letter !== undefined;
  return (
    <>
      <ChoiceField
        label={t('act.RefuseAcceptance.ground')}
        value={values.ground}
        choices={groundsOf(subject).map((value) => ({ value, title: t(`ground.${value}`) }))}
        onChange={(ground) => onChange({ ground })}
      />
      {isLetter ? <Elsewhere {...props} /> : null}
      <ActReason values={values} problems={problems} onChange={onChange} />
      <BasisField subject={subject} values={values} problems={problems} onChange={onChange} />
    </>
  );
}

/** Where the sender can turn instead; ways that fit the letter stand ready with their law. */
function Elsewhere(props: ActPanelProps<RefuseAcceptanceValues>) {
  const { subject, values, problems, onChange } = props;
  const { t } = useLocale();
  const elsewhere = useAssistance(subject.view.caseId).data?.elsewhere ?? [];
  return (
    <>
      <ReasonField
        label={`${t('act.RefuseAcceptance.goTo')}${t('form.optional')}`}
        name="goTo"
        value={values.goTo}
        problems={problems}
        hasPhrases={false}
        onChange={(goTo) => onChange({ goTo })}
      />
      {elsewhere.length === 0 ? null : (
        <ul className="picks" aria-label={t('assist.elsewhere')}>
          {elsewhere.map((procedure) => (
            <li key={procedure.code}>
              <button type="button" onClick={() => onChange(fromProcedure(procedure))}>
                <strong>{procedure.name}</strong> <span className="quiet">{procedure.goTo}</span>
                <WhyLine why={procedure.why} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
