import type { LightLevel } from '@yichuang/kernel/case';

/**
 * Who besides the handlers is told of a limit that has run out, by its level. Handlers are told
 * before and after, of every limit: that is no choice.
 */
export interface AlarmRules {
  /** The head of the unit that answers for the case. */
  readonly head: readonly LightLevel[];
  /** Supervision: one by one as it happens, or counted once a day. */
  readonly supervision: {
    readonly atOnce: readonly LightLevel[];
    readonly daily: readonly LightLevel[];
  };
}

/** Of a pack that says nothing else: law at once, promises in the digest, steps to the unit. */
export const usualAlarms: AlarmRules = {
  head: ['step', 'promise', 'statute'],
  supervision: { atOnce: ['statute'], daily: ['promise'] },
};
