/** 不出单位: what a step keeps within a unit (`binding.within`) is done and read by its people. */
import { stepsOf, type FlowDefinition, type StepNode } from '../flow/index.ts';
import type { CaseContext } from './commands.ts';
import { isOfOtherSide } from './apart.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { CaseState } from './state.ts';

/** Why the step's work, or sight of it, does not go to these people. */
export function refuseOutside(
  state: CaseState,
  { item, people }: CaseContext,
  stepId: string,
  personIds: readonly string[],
): Refusal | undefined {
  const field = boundSteps(item.flow).find(({ id }) => id === stepId)?.binding?.within;
  const unit = field === undefined ? undefined : state.form[field];
  if (typeof unit !== 'string') return undefined;
  return personIds.every((id) => people?.isIn?.(id, unit) === true)
    ? undefined
    : refuse('stays-in-unit');
}

/** Whether the actor belongs to a unit that some step of the case never leaves. */
export function isOfBoundUnit(state: CaseState, context: CaseContext): boolean {
  const { actor, item } = context;
  if (actor.kind !== 'staff') return false;
  return boundSteps(item.flow).some(({ binding }) => {
    const unit = binding?.within;
    return unit !== undefined && isOfOtherSide({ unit }, state.form, context, actor);
  });
}

function boundSteps(flow: FlowDefinition | undefined): StepNode[] {
  return flow === undefined ? [] : stepsOf(flow).filter(({ binding }) => binding !== undefined);
}
