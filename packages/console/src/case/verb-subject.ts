import type { AllowedActView, CaseView } from '@yichuang/contracts';

/** Acts on somebody else's task: with two of them open one has to see whose. */
const ON_ANOTHERS_TASK: ReadonlySet<string> = new Set([
  'HandOverTask',
  'RemoveSigner',
  'TakeBackOpinion',
]);

/** The person whom an act is about, so that two verbs of the same name can be told apart. */
export function verbSubject(
  { act, taskId }: AllowedActView,
  { signings, tasks }: Pick<CaseView, 'signings' | 'tasks'>,
): string | undefined {
  if (taskId === undefined || !ON_ANOTHERS_TASK.has(act)) return undefined;
  const signer = signings.flatMap(({ signers }) => signers).find((each) => each.taskId === taskId);
  const names = signer?.names ?? tasks.find((task) => task.taskId === taskId)?.holderNames ?? [];
  return names.length === 1 ? names[0] : undefined;
}
