/** Reports on letters as the server counts them; invented. */
import type {
  HotTopicReport,
  LetterImportReport,
  LetterRow,
  LetterStatistics,
  RankingReport,
  UnsolvedReport,
} from '@yichuang/contracts';

export const letterRow: LetterRow = {
  caseId: 'c1',
  number: '20261122000007',
  kind: 'complaint',
  itemName: '投诉',
  title: '青石路路灯不亮',
  senderName: '吴一',
  channel: 'post',
  division: '柳浦镇',
  category: '市政设施',
  unit: '云溪县住房和城乡建设局',
  phase: 'accepted',
  receivedAt: '2026-11-20T01:00:00.000Z',
  dueOn: '2026-11-19',
  light: 'red',
  remainingDays: -2,
  isSensitive: true,
  isPublic: false,
  people: 30,
  satisfaction: 'dissatisfied',
};

export const hotTopics: HotTopicReport = {
  from: '2026-11-16',
  until: '2026-11-22',
  letters: 40,
  topics: [
    {
      rank: 1,
      title: '路灯不亮',
      place: '青石路',
      issue: '路灯',
      heat: 12.34,
      letters: 7,
      senders: 6,
      likes: 20,
      from: '2026-11-16',
      until: '2026-11-22',
      trend: [
        { day: '2026-11-16', count: 1 },
        { day: '2026-11-17', count: 4 },
        { day: '2026-11-18', count: 2 },
      ],
      units: [{ name: '云溪县住房和城乡建设局', count: 7 }],
      why: ['路灯', '青石路'],
      ids: ['c1', 'c2'],
    },
  ],
  divisions: [{ orgId: 'yunxi/liupu', name: '柳浦镇', count: 25, ids: ['c1'] }],
};

export const unsolved: UnsolvedReport = {
  month: '2026-11',
  rows: [
    {
      ...letterRow,
      daysOpen: 45,
      daysLate: 2,
      reopenings: 1,
      supervisions: 1,
      why: '超期两天，且重办过一次',
    },
  ],
};

export const ranking: RankingReport = {
  from: '2026-10-01',
  until: '2026-11-22',
  formula: '按期 40%、质量 30%、满意 30%',
  units: [
    {
      rank: 1,
      orgId: 'yunxi/zjj',
      name: '云溪县住房和城乡建设局',
      received: 12,
      answered: 10,
      onTime: 9,
      late: 1,
      onTimeShare: 0.9,
      rated: 3,
      medianDays: 6.5,
      score: 91.234,
    },
  ],
};

export const statistics: LetterStatistics = {
  from: '2026-10-01',
  until: '2026-11-22',
  received: 120,
  answered: 100,
  onTimeShare: 0.955,
  byKind: [{ key: 'complaint', name: '投诉', count: 80 }],
  byCategory: [{ key: '市政设施', name: '市政设施', count: 50 }],
  byDivision: [{ key: 'yunxi/liupu', name: '柳浦镇', count: 25 }],
  byChannel: [{ key: 'post', name: 'post', count: 30 }],
  byWeek: [{ week: '2026-11-16', received: 40, answered: 30 }],
};

export const importReport: LetterImportReport = {
  isDryRun: true,
  rows: 12,
  added: 9,
  known: 2,
  problems: [{ row: 4, column: '时间', code: 'not-a-day', text: '不是日期' }],
};
