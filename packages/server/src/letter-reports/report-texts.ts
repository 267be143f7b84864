import type { TopicReasons } from '../insight/index.ts';
import type { Language } from '../platform/refusal.ts';
import { reportTexts as en } from './messages.en.ts';
import { reportTexts as zh } from './messages.zh-CN.ts';
import type { UnsolvedReasons } from './unsolved-report.ts';

/** Words of the reports. */
export interface ReportTexts {
  readonly formula: string;
  readonly others: string;
  readonly notStated: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly channels: Readonly<Record<string, string>>;
  readonly whyHot: (reasons: TopicReasons) => string[];
  readonly whyUnsolved: (reasons: UnsolvedReasons) => string;
}

export const reportTexts: Readonly<Record<Language, ReportTexts>> = { 'zh-CN': zh, en };
