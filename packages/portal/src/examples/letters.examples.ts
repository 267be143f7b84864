/** Letters as their senders and the public see them. All people and matters are invented. */
import type {
  ClockView,
  LetterAdvice,
  LetterReceipt,
  LetterStatistics,
  LetterView,
  LetterWay,
  PublishedLetter,
  PublishedRow,
  RankingReport,
} from '@yichuang/contracts';
import type { Division } from '../letter-services.ts';

const limits = '3个工作日内告知是否受理，15个工作日内答复';

export const ways: readonly LetterWay[] = [
  {
    itemCode: 'wz-consult',
    kind: 'consult',
    name: '咨询',
    about: '想问政策、问怎么办事',
    limits: '3个工作日内告知是否受理，7个工作日内答复',
    isConfidential: false,
  },
  {
    itemCode: 'wz-complaint',
    kind: 'complaint',
    name: '投诉',
    about: '身边有问题没人管，或者对服务不满意',
    limits,
    isConfidential: false,
  },
  {
    itemCode: 'wz-suggestion',
    kind: 'suggestion',
    name: '建议',
    about: '对县里的工作有主意',
    limits,
    isConfidential: false,
  },
  {
    itemCode: 'wz-report',
    kind: 'report',
    name: '举报违法行为',
    about: '看到违法行为要举报（依法保密）',
    limits,
    isConfidential: true,
  },
  {
    itemCode: 'xf-petition',
    kind: 'petition',
    name: '信访事项',
    about: '要求解决问题、讨个说法，需要书面处理意见',
    limits: '15日内告知受理情况，自受理之日起60日内办结',
    isConfidential: false,
  },
];

export const divisions: readonly Division[] = [
  { id: 'yunxi', name: '云溪县', kind: 'county' },
  { id: 'yunxi/lp', parentId: 'yunxi', name: '柳浦镇', kind: 'township' },
  { id: 'yunxi/by', parentId: 'yunxi', name: '碧云街道', kind: 'township' },
  { id: 'yunxi/lp/01', parentId: 'yunxi/lp', name: '兰岭社区', kind: 'village' },
  { id: 'yunxi/lp/03', parentId: 'yunxi/lp', name: '柿井村', kind: 'village' },
  { id: 'yunxi/by/01', parentId: 'yunxi/by', name: '学府社区', kind: 'village' },
];

export const letterUnits = [
  { id: 'yunxi/zjj', name: '云溪县住房和城乡建设局' },
  { id: 'yunxi/zfj', name: '云溪县综合行政执法局' },
];

export const letterBody =
  '柿井村村口到小学的路灯坏了三个月，晚上接孩子很不安全。村里说报上去了，一直没人来修。' +
  '希望尽快修好，也告诉我们以后坏了找谁。';

export const advice: LetterAdvice = {
  ways: [
    { itemCode: 'wz-complaint', why: ['没人来修', '不安全'] },
    { itemCode: 'wz-consult', why: ['找谁'] },
  ],
  category: { name: '市政设施', confidence: 0.83, why: ['路灯'] },
  elsewhere: [
    {
      code: 'arbitration',
      name: '劳动争议仲裁',
      goTo: '到县劳动人事争议仲裁院申请仲裁，电话 0999-1234567。',
      basis: { law: '信访工作条例', article: '第三十一条' },
      why: ['拖欠工资'],
    },
  ],
  similar: [
    {
      number: '云问〔2026〕000031号',
      title: '兰岭社区路灯不亮',
      answeredOn: '2026-10-12',
      excerpt: '经查，因线路老化。已于10月11日更换，今后可拨打路灯养护电话报修。',
      why: ['路灯', '不亮'],
    },
  ],
  own: [
    {
      number: '云问〔2026〕000018号',
      title: '村口路灯坏了',
      at: '2026-09-02T02:00:00.000Z',
      why: ['路灯', '村口'],
    },
  ],
};

export const noAdvice: LetterAdvice = { ways: [], elsewhere: [], similar: [], own: [] };

const basis = {
  law: '国务院办公厅关于加强政府网站信息内容建设的意见（国办发〔2014〕57号）',
  article: '网民留言办理',
};

const clockBase: ClockView = {
  clockId: 'acceptance#1',
  kind: 'acceptance',
  ruleId: 'WZ-SL-3',
  name: '告知是否受理',
  basis,
  from: '2026-11-23',
  amount: 3,
  unit: 'WD',
  extendedBy: 0,
  dueOn: '2026-11-25',
  rolledOn: '2026-11-25',
  isProvisional: false,
  isSuspended: false,
  light: 'green',
  remainingDays: 3,
};

export const letterClocks: readonly ClockView[] = [
  clockBase,
  {
    ...clockBase,
    clockId: 'statutory#1',
    kind: 'statutory',
    ruleId: 'WZ-15',
    name: '答复留言',
    amount: 15,
    dueOn: '2026-12-11',
    rolledOn: '2026-12-11',
    remainingDays: 15,
  },
];

export const letterReceipt: LetterReceipt = {
  caseId: 'letter-1',
  number: '云问〔2026〕000042号',
  password: 'K7M2-P9QX',
  itemName: '投诉',
  clocks: [...letterClocks],
};

export const letterView: LetterView = {
  caseId: 'letter-1',
  number: letterReceipt.number,
  itemCode: 'wz-complaint',
  itemName: '投诉',
  kind: 'complaint',
  title: '柿井村村口到小学的路灯坏了三个月',
  body: letterBody,
  division: '柳浦镇柿井村',
  place: '村口到小学',
  isConfidential: false,
  isPublic: false,
  round: 1,
  unit: '云溪县住房和城乡建设局',
  phase: 'accepted',
  headline: '正在由住建局办理，预计 12月11日 前答复。',
  receivedOn: '2026-11-23',
  acceptedOn: '2026-11-24',
  answers: [],
  reopenings: [],
  messages: [],
  clocks: letterClocks.slice(1),
  timeline: [
    {
      seq: 2,
      type: 'CaseReferred',
      at: '2026-11-24T02:00:00.000Z',
      by: '来信办',
      text: '已转交住建局办理',
      tone: 'plain',
    },
    {
      seq: 1,
      type: 'CaseReceived',
      at: '2026-11-23T01:00:00.000Z',
      by: '您',
      text: '信已收到',
      tone: 'plain',
    },
  ],
  notices: { offered: ['sms', 'mail'], channels: ['sms'] },
  documents: [],
  pages: [{ sha256: 'a'.repeat(64), name: '路灯.jpg', mediaType: 'image/jpeg', bytes: 81_234 }],
  allowed: ['SendLetterMessage', 'UrgeCase', 'WithdrawCase'],
  followUpsLeft: 2,
};

export const answeredLetter: LetterView = {
  ...letterView,
  phase: 'concluded',
  headline: '已答复，您可以追问和评价。',
  isPublic: true,
  round: 2,
  clocks: letterClocks.map((clock) => ({ ...clock, stoppedAt: '2026-12-08T02:00:00.000Z' })),
  answers: [
    {
      round: 1,
      thanks: '感谢您关心村里的路灯。',
      facts: '11月26日到现场查看：7 盏灯不亮，原因是线路被施工挖断。',
      result: '施工单位已接好线路。\n12月1日晚复查，7 盏灯全部亮起。',
      basis: [{ law: '城市照明管理规定', article: '第二十三条' }],
      officerName: '黎解忧',
      officerPhone: '0999-1234567',
      answeredOn: '2026-12-02',
      unit: '云溪县住房和城乡建设局',
      rating: { office: 'mostly', handler: 'dissatisfied', comment: '没说以后坏了找谁。' },
    },
    {
      round: 2,
      thanks: '感谢您的追问。',
      result: '柳浦镇路灯由镇城建办养护，报修电话 0999-7654321，24 小时内到场。',
      basis: [],
      outcome: 'supported',
      officerName: '黎解忧',
      officerPhone: '0999-1234567',
      answeredOn: '2026-12-08',
      unit: '云溪县住房和城乡建设局',
    },
  ],
  reopenings: [
    {
      round: 2,
      cause: 'follow-up',
      text: '谢谢。以后坏了找谁？',
      at: '2026-12-03T02:00:00.000Z',
    },
  ],
  messages: [
    {
      messageId: 'm1',
      from: 'handler',
      to: 'sender',
      by: '住建局',
      text: '请问小学门口的两盏也不亮吗？',
      at: '2026-11-25T02:00:00.000Z',
    },
    {
      messageId: 'm2',
      from: 'sender',
      to: 'handler',
      by: '您',
      text: '是的，都不亮。',
      at: '2026-11-25T03:00:00.000Z',
    },
  ],
  documents: [
    {
      documentId: 'doc-1',
      template: 'letter-reply',
      name: '来信答复书',
      moment: 'answered',
      orderedAt: '2026-12-08T02:00:00.000Z',
      issuedAt: '2026-12-08T02:00:10.000Z',
      number: '云问复〔2026〕12号',
    },
  ],
  allowed: ['AskFollowUp', 'RateAnswer', 'SendLetterMessage', 'RequestReview'],
  followUpsLeft: 1,
  review: { number: '云信查〔2026〕1号', caseId: 'letter-2', at: '2026-12-09T02:00:00.000Z' },
  reviewBy: '云溪县人民政府',
  reviewUntil: '2027-01-07',
};

export const publishedRows: readonly PublishedRow[] = [
  {
    number: letterReceipt.number,
    kind: 'complaint',
    title: letterView.title,
    division: '柳浦镇',
    unit: '云溪县住房和城乡建设局',
    phase: 'accepted',
    receivedOn: '2026-11-20',
    dueOn: '2026-12-11',
    light: 'green',
    remainingDays: 9,
    remainingUnit: 'WD',
    likes: 3,
    meToos: 12,
  },
  {
    number: '云信〔2026〕000007号',
    kind: 'petition',
    title: '请求说明征地补偿的计算办法',
    unit: '云溪县自然资源和规划局',
    phase: 'accepted',
    receivedOn: '2026-09-18',
    dueOn: '2026-11-20',
    light: 'red',
    remainingDays: -2,
    remainingUnit: 'CD',
    likes: 0,
    meToos: 1,
  },
  {
    number: '云问〔2026〕000031号',
    kind: 'complaint',
    title: '兰岭社区路灯不亮',
    division: '柳浦镇',
    category: '市政设施',
    unit: '云溪县住房和城乡建设局',
    phase: 'concluded',
    receivedOn: '2026-10-08',
    answeredOn: '2026-10-12',
    light: 'green',
    likes: 8,
    meToos: 0,
    satisfaction: 'satisfied',
  },
];

const [firstRow] = publishedRows;
if (firstRow === undefined) throw new Error('the examples have a published letter');

export const openPublished: PublishedLetter = {
  ...firstRow,
  body: letterBody,
  course: [
    { at: '2026-11-21T02:00:00.000Z', text: '已受理' },
    { at: '2026-11-21T03:00:00.000Z', text: '已转交住建局办理' },
  ],
  answers: [],
  comments: [],
  hasLiked: false,
  hasSaidMeToo: true,
};

export const answeredPublished: PublishedLetter = {
  ...openPublished,
  ...(publishedRows[2] ?? firstRow),
  answers: [
    {
      round: 1,
      text: '经查，因线路老化。已于10月11日更换。\n今后可拨打路灯养护电话报修。',
      answeredOn: '2026-10-12',
      unit: '云溪县住房和城乡建设局',
    },
  ],
  comments: [
    {
      commentId: 'c1',
      by: '张**',
      text: '现在亮了，<谢谢>。',
      at: '2026-10-13T02:00:00.000Z',
    },
  ],
};

const weeks = [
  ['2026-10-05', 22, 18],
  ['2026-10-12', 31, 27],
  ['2026-10-19', 18, 24],
  ['2026-10-26', 27, 25],
  ['2026-11-02', 41, 30],
  ['2026-11-09', 36, 38],
  ['2026-11-16', 29, 33],
] as const;

export const statistics: LetterStatistics = {
  from: '2026-10-01',
  until: '2026-11-22',
  received: 1204,
  answered: 1120,
  onTimeShare: 0.9812,
  satisfiedShare: 0.874,
  ratedShare: 0.41,
  medianDays: 6.5,
  byKind: [
    { key: 'complaint', name: '投诉', count: 640 },
    { key: 'consult', name: '咨询', count: 402 },
    { key: 'suggestion', name: '建议', count: 120 },
    { key: 'thanks', name: '感谢', count: 42 },
  ],
  byCategory: [
    { key: '市政设施', name: '市政设施', count: 310 },
    { key: '物业', name: '物业', count: 207 },
  ],
  byDivision: [
    { key: 'yunxi/by', name: '碧云街道', count: 512 },
    { key: 'yunxi/lp', name: '柳浦镇', count: 133 },
  ],
  byChannel: [
    { key: 'online', name: '网上', count: 980 },
    { key: 'phone', name: '电话', count: 224 },
  ],
  byWeek: weeks.map(([week, received, answered]) => ({ week, received, answered })),
};

export const ranking: RankingReport = {
  from: '2026-10-01',
  until: '2026-11-22',
  formula: '按期 40%，质量 30%，满意 30%。',
  units: [
    {
      rank: 1,
      orgId: 'yunxi/zjj',
      name: '云溪县住房和城乡建设局',
      received: 210,
      answered: 204,
      onTime: 203,
      late: 1,
      onTimeShare: 0.995,
      qualityShare: 0.97,
      satisfiedShare: 0.91,
      rated: 88,
      medianDays: 5,
      score: 96.2,
    },
    {
      rank: 2,
      orgId: 'yunxi/qb',
      name: '云溪县侨办',
      received: 1,
      answered: 0,
      onTime: 0,
      late: 0,
      rated: 0,
    },
  ],
};
