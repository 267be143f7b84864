/** Acts that end a case against its course, with the law where one is named. */
import type { TextKey } from '../../texts/locale.ts';
import type { LegalBasis } from '@yichuang/kernel/time';
import { ActReason } from '../ActReason.tsx';
import { missing, type Act, type ActPanelProps, type CommandOf } from '../act.ts';
import { basisProblems, noBasis, toBasis, type BasisValues } from '../basis-values.ts';
import { BasisField } from '../BasisField.tsx';

export interface EndValues extends BasisValues {
  readonly reason: string;
}

type EndType = 'TerminateCase' | 'VoidCase' | 'RevokeDecision';

interface EndActOptions<T extends EndType> {
  readonly type: T;
  readonly lead: TextKey;
  readonly needsBasis: boolean;
  readonly command: (reason: string, basis: LegalBasis | undefined) => CommandOf<T>;
}

export function endAct<T extends EndType>(options: EndActOptions<T>): Act<T, EndValues> {
  const { type, lead, needsBasis, command } = options;
  return {
    type,
    tone: 'danger',
    hotkey: '',
    preview: 'none',
    isStaying: true,
    savesChecks: false,
    lead: () => lead,
    toForm: () => ({ reason: '', ...noBasis }),
    toCommand: (values, subject) => command(values.reason.trim(), toBasis(values, subject)),
    problemsOf: (values, subject) => ({
      ...missing(values.reason.trim() === '', 'reason', 'act.reasonMissing'),
      ...(needsBasis ? basisProblems(values, subject) : {}),
    }),
    Panel: EndPanel,
  };
}

function EndPanel({ subject, values, problems, onChange }: ActPanelProps<EndValues>) {
  return (
    <>
      <ActReason values={values} problems={problems} onChange={onChange} />
      <BasisField subject={subject} values={values} problems={problems} onChange={onChange} />
    </>
  );
}
