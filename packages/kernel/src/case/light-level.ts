import type { ClockKind } from './events.ts';
import type { LIGHT_LEVELS } from '../words/index.ts';

/** 环节, 承诺, 法定: whose limit it is that a light is about. */
export type LightLevel = (typeof LIGHT_LEVELS)[number];

/**
 * Which level a clock counts for. Undefined for what the applicant owes (容缺, 承诺), what is
 * somebody's right (异议, 请求复查) and what only waits: their end makes no office late. Rules
 * JC-S2 (promise), JC-S3 (step) and JC-S5 (correction) of laws.md §7.1 ask for these levels; what
 * letters have to be done by is set by law, and counts as such.
 */
export function lightLevelOf(kind: ClockKind): LightLevel | undefined {
  switch (kind) {
    case 'step':
    case 'opinion':
      return 'step';
    case 'committed':
      return 'promise';
    case 'debt':
    case 'wait':
    case 'objection':
    case 'review':
      return undefined;
    case 'statutory':
    case 'correction':
    case 'service':
    case 'registration':
    case 'acceptance':
    case 'follow-up':
    case 'rectification':
      return 'statute';
  }
}
