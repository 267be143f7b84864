import type { Language } from '../platform/refusal.ts';

interface RehearseTexts {
  readonly posts: string;
  readonly steps: string;
  readonly days: string;
  readonly sources: Readonly<Record<'history' | 'entered' | 'guess', string>>;
}

export const rehearseTexts: Readonly<Record<Language, RehearseTexts>> = {
  'zh-CN': {
    posts: '岗位：用去的时间、每件平均等待（工作日）、人数',
    steps: '环节：用时（工作分钟，中位数）、退回比例、来源',
    days: '办件从收件到办结的工作日',
    sources: { history: '历史', entered: '填写', guess: '估计' },
  },
  en: {
    posts: 'Posts: time used, mean wait of a case (working days), people',
    steps: 'Steps: time taken (working minutes, median), share sent back, source',
    days: 'Working days from filing to the end',
    sources: { history: 'history', entered: 'entered', guess: 'guess' },
  },
};
