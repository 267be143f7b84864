import type { RehearsalPlan, RehearsalResult } from '@yichuang/contracts';

export const plan: RehearsalPlan = {
  itemCode: 'jzgc-sgxk',
  itemName: '建筑工程施工许可',
  seed: 1,
  perDay: 1.2,
  perDaySource: 'history',
  hoursPerDay: 7,
  historyCases: 40,
  posts: [
    { post: 'counter', name: '窗口人员', people: 2, share: 0.5, source: 'guess' },
    { post: 'leader', name: '局长', people: 1, share: 0.3, source: 'entered' },
  ],
  steps: [
    {
      stepId: 'intake',
      name: '窗口受理',
      duty: 'intake',
      minutes: 20,
      returnShare: 0.1,
      source: 'guess',
      tasks: 3,
    },
    {
      stepId: 'decision',
      name: '领导决定',
      duty: 'decision',
      minutes: 33.4,
      returnShare: 0.05,
      source: 'history',
      tasks: 40,
    },
  ],
  branches: [
    {
      splitId: 'size',
      splitName: '规模',
      branchId: 'large',
      branchName: '专家评审',
      share: 0.25,
      source: 'guess',
    },
  ],
  waits: [{ nodeId: 'payment', name: '等待缴费', days: 1.27, source: 'guess' }],
  limits: [{ name: 'committed', days: 5 }],
};

export const result: RehearsalResult = {
  plan,
  sentences: ['预计平均 6.2 个工作日办完；一半在 5.1 个工作日内，九成在 9.8 个工作日内。'],
  cases: 1350,
  days: { mean: 6.2, median: 5.1, p90: 9.8, meanError: 0.3 },
  medianOn: '2026-11-30',
  p90On: '2026-12-04',
  limits: [{ name: 'committed', days: 5, lateShare: 0.12 }],
  posts: [
    {
      post: 'counter',
      name: '窗口人员',
      people: 2,
      utilisation: 0.2,
      meanQueue: 0.1,
      meanWait: 0.05,
    },
    { post: 'leader', name: '局长', people: 1, utilisation: 0.86, meanQueue: 2.4, meanWait: 1.9 },
  ],
  bins: [
    { fromDay: 0, toDay: 5, cases: 700 },
    { fromDay: 5, toDay: 10, cases: 520 },
    { fromDay: 10, cases: 130 },
  ],
  bottleneck: 'leader',
  oneMore: [{ post: 'leader', name: '局长', mean: 4.4, p90: 6.1, lateShares: { committed: 0.02 } }],
  isOverloaded: false,
};
