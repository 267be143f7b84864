/** What came of a rehearsal, in sentences. */
import type { Language } from '../platform/refusal.ts';

interface RehearsalTexts {
  readonly overloaded: string;
  readonly days: string;
  readonly committed: string;
  readonly statutory: string;
  readonly share: string;
  readonly never: string;
  readonly bottleneck: string;
  readonly noBottleneck: string;
  readonly oneMore: string;
  readonly oneMoreLate: string;
  readonly guesses: string;
  readonly fromHistory: string;
  readonly correction: string;
}

const zh: RehearsalTexts = {
  overloaded:
    '收件多于办得完的件：〔{post}〕的时间已经用满，积压会一天比一天多，下面的数字只说明人手不够。',
  days: '预计平均 {mean} 个工作日办完；一半在 {median} 个工作日内，九成在 {p90} 个工作日内。',
  committed: '{late}会超过承诺期限（{days} 个工作日）。',
  statutory: '{late}会超过法定期限（{days} 个工作日）。',
  share: '{percent} 的办件',
  never: '没有办件',
  bottleneck: '瓶颈是〔{post}〕：每件在这里平均等 {wait} 个工作日，工作时间用去 {utilisation}。',
  noBottleneck: '没有明显的瓶颈，各岗位基本随到随办。',
  oneMore: '〔{post}〕再加 1 人：平均 {mean} 个工作日办完。',
  oneMoreLate: '〔{post}〕再加 1 人：平均 {mean} 个工作日办完，{late}会超过承诺期限。',
  guesses: '有 {n} 个数字是估计的，请按实际情况修改。',
  fromHistory: '环节用时取自 {n} 件已办结的办件。',
  correction: '申请人补正、修改',
};

const en: RehearsalTexts = {
  overloaded:
    'More comes in than can be done: the time of {post} is used up and the backlog grows day by ' +
    'day; the figures below only say that people are missing.',
  days: 'On average {mean} working days; half within {median}, nine in ten within {p90}.',
  committed: '{late} would miss the promised limit of {days} working days.',
  statutory: '{late} would miss the statutory limit of {days} working days.',
  share: '{percent} of the cases',
  never: 'No case',
  bottleneck:
    'The bottleneck is {post}: a case waits {wait} working days there, and {utilisation} of the ' +
    'time is used.',
  noBottleneck: 'There is no clear bottleneck: hardly anything waits.',
  oneMore: 'One more person at {post}: {mean} working days on average.',
  oneMoreLate:
    'One more person at {post}: {mean} working days on average; {late} would miss the promise.',
  guesses: '{n} of the numbers are guesses; correct them to what is so.',
  fromHistory: 'Times of the steps come from {n} concluded cases.',
  correction: 'Corrections by the applicant',
};

export const rehearsalTexts: Readonly<Record<Language, RehearsalTexts>> = { 'zh-CN': zh, en };
