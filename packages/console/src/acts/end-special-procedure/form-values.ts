import { missing, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export interface EndSpecialProcedureValues {
  readonly procedureId: string;
  readonly result: string;
}

export function toForm(subject: ActSubject): EndSpecialProcedureValues {
  return { procedureId: subject.allowed.procedures?.[0]?.id ?? '', result: '' };
}

export function toCommand(values: EndSpecialProcedureValues): CommandOf<'EndSpecialProcedure'> {
  return {
    type: 'EndSpecialProcedure',
    procedureId: values.procedureId,
    result: values.result.trim(),
  };
}

export function problemsOf(values: EndSpecialProcedureValues): Problems {
  return missing(values.result.trim() === '', 'result', 'act.EndSpecialProcedure.resultMissing');
}
