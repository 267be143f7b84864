import type { CaseView } from '@yichuang/contracts';

interface StepHolders {
  readonly stepId: string;
  readonly stepName: string;
  readonly isMine: boolean;
  /** Nobody holds the post: it never means approved, somebody has to be appointed. */
  readonly isOrphan: boolean;
  readonly names: readonly string[];
}

/** Who has each open step; `me` is left out of the names, since "me" says it. */
export function holdersByStep(
  tasks: CaseView['tasks'],
  me: string | undefined,
): readonly StepHolders[] {
  const stepIds = [...new Set(tasks.map((task) => task.stepId))];
  return stepIds.map((stepId) => {
    const own = tasks.filter((task) => task.stepId === stepId);
    const isMine = own.some((task) => task.isMine);
    const names = own.flatMap((task) => task.holderNames).filter((n) => !isMine || n !== me);
    return {
      stepId,
      stepName: own[0]?.stepName ?? stepId,
      isMine,
      isOrphan: own.some((task) => !task.isMine && task.holderNames.length === 0),
      names: [...new Set(names)],
    };
  });
}
