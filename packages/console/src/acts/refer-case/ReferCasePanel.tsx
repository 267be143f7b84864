import { ReferralFields } from '../../letters/ReferralFields.tsx';
import type { ActPanelProps } from '../act.ts';
import type { ReferCaseValues } from './form-values.ts';

export function ReferCasePanel(props: ActPanelProps<ReferCaseValues>) {
  const { subject, values, problems, onChange } = props;
  return (
    <ReferralFields
      caseId={subject.view.caseId}
      letter={subject.view.letter}
      values={values}
      problems={problems}
      onChange={onChange}
    />
  );
}
