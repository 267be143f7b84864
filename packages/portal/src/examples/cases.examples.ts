/** Cases as an applicant and a visitor see them. */
import type {
  ApplicantCaseView,
  ClockExplanation,
  ClockView,
  TrackingView,
} from '@yichuang/contracts';
import { longestDepartment } from './items.examples.ts';

const basis = {
  law: '中华人民共和国行政许可法',
  article: '第四十二条',
  version: '2019-04-23',
  text: '除可以当场作出行政许可决定的外，行政机关应当自受理行政许可申请之日起二十日内作出行政许可决定。',
};

export const clocks: readonly ClockView[] = [
  {
    clockId: 'statutory#1',
    kind: 'statutory',
    ruleId: 'XK-JD-20',
    name: '作出行政许可决定',
    basis,
    from: '2026-11-16',
    amount: 7,
    unit: 'WD',
    extendedBy: 0,
    dueOn: '2026-11-25',
    rolledOn: '2026-11-25',
    isProvisional: false,
    isSuspended: false,
    light: 'green',
    remainingDays: 3,
  },
  {
    clockId: 'committed#1',
    kind: 'committed',
    ruleId: 'XK-JD-20',
    name: '承诺办结',
    basis,
    from: '2026-11-16',
    amount: 5,
    unit: 'WD',
    extendedBy: 0,
    dueOn: '2026-11-23',
    rolledOn: '2026-11-23',
    isProvisional: true,
    isSuspended: false,
    light: 'yellow',
    remainingDays: 1,
  },
];

export const overdueClock: ClockView = {
  ...(clocks[0] as ClockView),
  clockId: 'statutory#2',
  light: 'red',
  remainingDays: -2,
};

const suspendedBase = clocks[0] as ClockView;
export const suspendedClock: ClockView = {
  clockId: 'statutory#3',
  kind: suspendedBase.kind,
  ruleId: suspendedBase.ruleId,
  name: suspendedBase.name,
  basis,
  from: suspendedBase.from,
  amount: 7,
  unit: 'WD',
  extendedBy: 0,
  isProvisional: false,
  isSuspended: true,
  light: 'grey',
};

export const page = {
  sha256: 'a'.repeat(64),
  name: '合同第1页.jpg',
  mediaType: 'image/jpeg',
  bytes: 81_234,
  width: 848,
  height: 1200,
};

const flowStep = {
  kind: 'step',
  round: 1,
  posts: [],
  depth: 0,
};

const ahead = {
  kind: 'step' as const,
  isOpen: false,
  isCertain: true,
  postNames: [],
  holderNames: [],
  maySkip: false,
  within: [],
};

export const ownCase: ApplicantCaseView = {
  caseId: '0198c2a4-1111-7000-8000-000000000001',
  version: 9,
  number: '云溪施许〔2026〕000117号',
  itemCode: '11420000MB0001-0117',
  itemVersion: 1,
  itemName: '建筑工程施工许可证核发',
  orgName: longestDepartment,
  phase: 'accepted',
  headline: '正在由住建局审查，预计 11月23日 前办结。',
  channel: 'online',
  receivedAt: '2026-11-14T02:15:00.000Z',
  receivedOn: '2026-11-16',
  acceptedOn: '2026-11-16',
  isDeemedAccepted: false,
  clocks: [...clocks],
  materials: [
    {
      materialId: 'contract',
      name: '施工合同',
      necessity: 'required',
      carrier: 'both',
      pages: [page],
      isOnPaper: false,
      isPaperReceived: false,
      filings: 1,
    },
  ],
  documents: [
    {
      documentId: 'doc-1',
      template: 'acceptance-notice',
      name: '受理通知书',
      moment: 'accepted',
      orderedAt: '2026-11-16T03:00:00.000Z',
      issuedAt: '2026-11-16T03:00:01.000Z',
      number: '云住建许受〔2026〕117号',
      bytes: 51_200,
    },
  ],
  forecast: [
    { ...ahead, nodeId: 'review', name: '联合审查', isOpen: true },
    { ...ahead, nodeId: 'expert', name: '专家评审', isCertain: false },
    { ...ahead, nodeId: 'decision', name: '领导决定' },
    { ...ahead, nodeId: 'payment', name: '等待缴费', kind: 'wait' },
    { ...ahead, nodeId: 'delivery', name: '窗口发证' },
  ],
  timeline: [
    {
      seq: 1,
      type: 'CaseReceived',
      at: '2026-11-14T02:15:00.000Z',
      by: '张三',
      text: '您提交了申请，已收到。',
      tone: 'plain',
    },
    {
      seq: 2,
      type: 'CaseAccepted',
      at: '2026-11-16T03:00:00.000Z',
      by: '李四',
      role: `${longestDepartment}综合窗口`,
      text: '申请材料齐全，符合法定形式，予以受理。',
      documentId: 'doc-1',
      tone: 'good',
    },
    {
      seq: 3,
      type: 'StepReturned',
      at: '2026-11-18T08:30:00.000Z',
      by: '王五',
      role: '分管副局长',
      text: '退回科室补充说明。',
      opinion: '基坑支护方案请安全科再核一次。',
      tone: 'attention',
    },
  ],
  flow: [
    {
      ...flowStep,
      nodeId: 'intake',
      name: '窗口受理',
      status: 'done',
      at: '2026-11-16T03:00:00.000Z',
    },
    { ...flowStep, nodeId: 'big', kind: 'choice', name: '是否超限', status: 'done', posts: [] },
    {
      ...flowStep,
      nodeId: 'experts',
      name: '专家评审',
      status: 'not-taken',
      depth: 1,
      branch: 'a',
    },
    { ...flowStep, nodeId: 'plain', name: '科室初审', status: 'done', depth: 1, branch: 'b' },
    { ...flowStep, nodeId: 'both', kind: 'parallel', name: '会审', status: 'open', posts: [] },
    { ...flowStep, nodeId: 'quality', name: '质量监督审查', status: 'done', depth: 1, branch: 'a' },
    {
      ...flowStep,
      nodeId: 'safety',
      name: '安全监督审查',
      status: 'open',
      round: 2,
      depth: 1,
      branch: 'b',
      at: '2026-11-18T08:30:00.000Z',
      limit: { amount: 2, unit: 'WD' },
    },
    { ...flowStep, nodeId: 'decide', name: '局长决定', status: 'ahead', duty: 'decision' },
    { ...flowStep, nodeId: 'pay', kind: 'wait', name: '等待缴费', status: 'ahead', posts: [] },
    { ...flowStep, nodeId: 'serve', name: '送达', status: 'ahead', duty: 'delivery' },
  ],
  fee: {
    amountFen: 540_000,
    lines: [
      {
        name: '城市基础设施配套费',
        quantity: 120,
        unit: '平方米',
        unitFen: 4500,
        amountFen: 540_000,
        basis,
      },
    ],
    assessedAt: '2026-11-18T08:30:00.000Z',
  },
  debts: [],
  allowed: [{ act: 'WithdrawCase' }],
  handler: { office: '云溪县住房和城乡建设局', phone: '0717-6220012' },
  form: { project: '云溪中学教学楼' },
};

export const caseToCorrect: ApplicantCaseView = {
  ...ownCase,
  phase: 'correction-pending',
  headline: '需要您补正 2 份材料，请在 11月30日 前提交。',
  allowed: [{ act: 'SubmitCorrection' }, { act: 'WithdrawCase' }],
  correction: {
    requestedAt: '2026-11-17T02:00:00.000Z',
    dueOn: '2026-11-30',
    items: [
      {
        materialId: 'contract',
        name: '施工合同',
        verdict: 'wrong',
        problem: '第 3 页缺少施工单位公章。',
        instruction: '请加盖公章后重新拍照上传第 3 页，并与其余各页一起提交。',
      },
      {
        materialId: 'safety-plan',
        name: '安全施工措施',
        verdict: 'missing',
        problem: '没有提交。',
      },
    ],
  },
};

export const concludedCase: ApplicantCaseView = {
  ...ownCase,
  phase: 'concluded',
  headline: '已办结：准予许可，证书已由张三签收。',
  clocks: [
    { ...(clocks[0] as ClockView), stoppedAt: '2026-11-20T01:00:00.000Z' },
    overdueClock,
    suspendedClock,
  ],
  decision: { outcome: 'granted', decidedOn: '2026-11-20', reason: '' },
  service: { method: 'counter', recipient: '张三', servedOn: '2026-11-21' },
  fee: { ...(ownCase.fee as NonNullable<typeof ownCase.fee>), paidAt: '2026-11-20T06:00:00.000Z' },
  documents: [
    ...ownCase.documents,
    {
      documentId: 'doc-2',
      template: 'construction-permit',
      name: '建筑工程施工许可证',
      moment: 'certificate',
      orderedAt: '2026-11-20T06:00:00.000Z',
      issuedAt: '2026-11-20T06:00:02.000Z',
      number: '420527202611200101',
      certificateId:
        '1.2.156.3005.2.11100000000013338W011.11420000MB0001X.420527202611200101.001.P',
    },
  ],
  allowed: [],
};

export const tracking: TrackingView = {
  number: ownCase.number,
  itemName: ownCase.itemName,
  orgName: ownCase.orgName,
  phase: ownCase.phase,
  headline: ownCase.headline,
  receivedOn: ownCase.receivedOn,
  clocks: [...clocks],
  timeline: ownCase.timeline,
  flow: ownCase.flow,
  forecast: ownCase.forecast,
  handler: { office: '云溪县住房和城乡建设局', phone: '0717-6220012' },
};

const day = (date: string, weekday: number, kind: string, text: string, n?: number) => ({
  date,
  weekday,
  kind,
  text,
  ...(n === undefined ? {} : { n }),
});

export const explanation: ClockExplanation = {
  clock: clocks[0] as ClockView,
  summary: '从11月16日受理的第二天起数 7 个工作日，数到 11月25日；其中暂停 1 天不算。',
  days: [
    day('2026-11-16', 1, 'start', '受理当天，不计入'),
    day('2026-11-17', 2, 'counted', '第 1 个工作日', 1),
    day('2026-11-18', 3, 'suspended', '专家评审，暂停计时'),
    day('2026-11-19', 4, 'counted', '第 2 个工作日', 2),
    day('2026-11-20', 5, 'counted', '第 3 个工作日', 3),
    day('2026-11-21', 6, 'weekend', '周末'),
    day('2026-11-22', 7, 'weekend', '周末'),
    day('2026-11-23', 1, 'makeup-workday', '第 4 个工作日', 4),
    day('2026-11-24', 2, 'extension-start', '第 5 个工作日，延期第 1 天', 5),
    day('2026-11-25', 3, 'due', '第 6 个工作日，到期日', 6),
  ],
};
