import { missing, type CommandOf, type Problems } from '../act.ts';

export interface SuperviseCaseValues {
  readonly ground: string;
  readonly demand: string;
  /** Shanghai day, `YYYY-MM-DD`; '' for none. */
  readonly dueOn: string;
}

export function toForm(): SuperviseCaseValues {
  return { ground: '', demand: '', dueOn: '' };
}

export function toCommand(values: SuperviseCaseValues): CommandOf<'SuperviseCase'> {
  const { ground, demand, dueOn } = values;
  return {
    type: 'SuperviseCase',
    ground: ground.trim(),
    demand: demand.trim(),
    ...(dueOn === '' ? {} : { dueOn }),
  };
}

export function problemsOf({ ground, demand }: SuperviseCaseValues): Problems {
  return {
    ...missing(ground.trim() === '', 'ground', 'act.reasonMissing'),
    ...missing(demand.trim() === '', 'demand', 'act.wordsMissing'),
  };
}
