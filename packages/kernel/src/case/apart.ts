/**
 * 职责分离: at some steps nobody has a say who stands on the other side of the case. Who signs for the
 * supervised neither reviews nor verifies; nor does anybody of their unit, or who is named in it.
 */
import { stepsOf, type Apartness, type StepNode } from '../flow/index.ts';
import type { FormData } from '../form/index.ts';
import { isAccusedName } from './accused.ts';
import { hasSigned } from './capacity.ts';
import type { CaseContext } from './commands.ts';
import type { Actor, PersonRef } from './party.ts';
import { postAt } from './post-at.ts';
import type { CaseState } from './state.ts';

/** The actor, with the unit acted in; or somebody of whom only the directory knows more. */
type Somebody = PersonRef & Partial<Pick<Extract<Actor, { kind: 'staff' }>, 'orgId' | 'posts'>>;

export function isApart(
  state: CaseState,
  context: CaseContext,
  { apartFrom }: Pick<StepNode, 'apartFrom'>,
  person: Somebody,
): boolean {
  if (apartFrom === undefined) return false;
  return (
    isOfOtherSide(apartFrom, state.form, context, person) ||
    (apartFrom.steps ?? []).some((stepId) => hasPartIn(state, context, stepId, person))
  );
}

/** Whether a case with this form is about the person, or about their unit. */
export function isOfOtherSide(
  { unit, person: named }: Apartness,
  form: FormData,
  { people }: Pick<CaseContext, 'people'>,
  person: Somebody,
): boolean {
  const orgId = unit === undefined ? undefined : form[unit];
  const name = named === undefined ? undefined : form[named];
  const isOfUnit =
    typeof orgId === 'string' &&
    (isWithin(person.orgId, orgId) || people?.isIn?.(person.personId, orgId) === true);
  return isOfUnit || (typeof name === 'string' && isAccusedName(name, person.name));
}

/** Ids of units are paths. */
function isWithin(orgId: string | undefined, unit: string): boolean {
  return orgId !== undefined && (orgId === unit || orgId.startsWith(`${unit}/`));
}

function hasPartIn(
  state: CaseState,
  context: CaseContext,
  stepId: string,
  { personId, posts: own = [] }: Somebody,
): boolean {
  const { item, people } = context;
  const steps = item.flow === undefined ? [] : stepsOf(item.flow);
  const step = steps.find(({ id }) => id === stepId);
  const tasks = Object.values(state.marking.tasks).filter((task) => task.stepId === stepId);
  if (tasks.some((task) => hasSigned(task, personId))) return true;
  const posts = [
    ...(step?.posts ?? []).map((post) => postAt(post, state, context)),
    ...tasks.flatMap((task) => task.posts),
  ];
  return posts.some(
    (post) =>
      own.includes(post) ||
      people?.holdersOf(post).some((holder) => holder.personId === personId) === true,
  );
}
