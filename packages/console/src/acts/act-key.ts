import type { AllowedActView } from '@yichuang/contracts';

/** Names one offered act among several: the same act may be open in two steps. */
export function actKey(allowed: AllowedActView): string {
  return `${allowed.act} ${allowed.taskId ?? ''}`;
}
