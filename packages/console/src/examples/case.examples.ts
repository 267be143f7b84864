/** Cases as the server shows them, where a screen differs. The people are invented. */
import type { AllowedActView, CaseView, MaterialView } from '@yichuang/contracts';
import type { ActSubject } from '../acts/act.ts';
import { toCheckValues } from '../materials/check-values.ts';
import { constructionPermit } from './item.examples.ts';

const material = (
  materialId: string,
  name: string,
  change: Partial<MaterialView> = {},
): MaterialView => ({
  materialId,
  name,
  necessity: 'required',
  carrier: 'electronic',
  pages: [
    { sha256: 'a'.repeat(64), name: '1.jpg', mediaType: 'image/jpeg', bytes: 80_000 },
    { sha256: 'b'.repeat(64), name: '2.jpg', mediaType: 'image/jpeg', bytes: 81_000 },
  ],
  isOnPaper: false,
  isPaperReceived: false,
  filings: 1,
  ...change,
});

export const receivedCase: CaseView = {
  caseId: '7133c453-8288-403e-bc7a-490ba5f8df64',
  version: 3,
  number: '20261122000002',
  itemCode: constructionPermit.code,
  itemVersion: 1,
  itemName: constructionPermit.name,
  orgName: '云溪县住房和城乡建设局',
  phase: 'received',
  headline: '住建窗口已收到申请，最迟2026年11月27日前答复是否受理',
  channel: 'counter',
  receivedAt: '2026-11-20T05:58:43.526Z',
  receivedOn: '2026-11-20',
  isDeemedAccepted: false,
  clocks: [],
  materials: [
    material('application', '建筑工程施工许可证申请表', { package: '施工' }),
    material('safety-plan', '安全施工措施资料', { package: '安全' }),
    material('drawings', '施工图纸（蓝图）', {
      package: '施工',
      carrier: 'paper',
      isOnPaper: true,
      pages: [],
    }),
    material('wall-materials', '新型墙体材料使用计划', { necessity: 'optional' }),
  ],
  documents: [],
  timeline: [],
  flow: [],
  forecast: [],
  allowed: [],
  debts: [],
  signings: [],
  readings: [],
  urges: [],
  handOuts: [],
  messages: [],
  steps: [],
  applicant: { name: '云溪县青石置业有限公司', kind: 'legal', code: '9199***********18U' },
  contact: { name: '罗建国', kind: 'natural', phone: '19900000002' },
  form: { projectName: '青石花园', buildingArea: 12_800, isSupervised: true, mobile: 'sealed:x' },
  hiddenFields: [],
  tasks: [
    {
      taskId: 'intake#1.1',
      stepId: 'intake',
      stepName: '窗口受理',
      duty: 'intake',
      round: 1,
      postNames: ['住建窗口工作人员'],
      holderNames: ['陆清和', '苏婉'],
      isMine: true,
      openedAt: '2026-11-20T05:58:43.526Z',
    },
  ],
  specialProcedures: [],
  hits: [],
};

/** The same case when it is with a step of the given duty. */
export function caseAt(duty: string, change: Partial<CaseView> = {}): CaseView {
  const [task] = receivedCase.tasks;
  if (task === undefined) throw new Error('the example has a task');
  const tasks = [{ ...task, taskId: `${duty}#1.1`, stepId: duty, duty }];
  return { ...receivedCase, phase: 'accepted', tasks, ...change };
}

/** What an act is done to, with the server's verdicts on the materials. */
export function subjectOf(
  view: CaseView,
  allowed: Partial<AllowedActView> & { readonly act: string },
): ActSubject {
  const taskId = view.tasks[0]?.taskId;
  return {
    view,
    item: constructionPermit,
    allowed: { ...(taskId === undefined ? {} : { taskId }), ...allowed },
    checks: toCheckValues(view.materials),
  };
}

/** Something of everything that happens beside a form: signers, readings, debts, messages. */
export const deskCase: CaseView = caseAt('review', {
  signings: [
    {
      stepId: 'review',
      stepName: '审查',
      round: 1,
      rule: 'all',
      signers: [
        signer('review#1.1', { isRead: true }),
        signer('review#1.2', {
          kind: 'before',
          names: ['苏婉'],
          status: 'done',
          addedBy: '陆清和',
        }),
        signer('review#1.3', { kind: 'opinion', names: ['宁波涛'], question: '图纸齐吗？' }),
      ],
    },
  ],
  readings: [
    {
      readingId: 'r1',
      kind: 'circulation',
      to: '陆清和',
      from: '乔明远',
      at: '2026-11-22T01:00:00.000Z',
      note: '请看看',
      isMine: true,
    },
    {
      readingId: 'r2',
      kind: 'copy',
      to: '陆清和',
      from: '乔明远',
      at: '2026-11-22T02:00:00.000Z',
      note: '',
      isMine: true,
    },
  ],
  debts: [
    {
      debtId: 'd1',
      kind: 'deferred-material',
      materialId: 'safety-plan',
      name: '安全施工措施资料',
      status: 'owed',
      days: 5,
      dueOn: '2026-11-27',
      light: 'green',
      consequence: '到期不补交，不予许可',
    },
    {
      debtId: 'd2',
      kind: 'commitment',
      materialId: 'drawings',
      name: '施工图纸（蓝图）',
      status: 'supplied',
      days: 20,
      consequence: '承诺不实，撤销决定',
    },
  ],
  messages: [{ nodeId: 'wait-land', name: '自然资源局回函' }],
  steps: [
    { stepId: 'intake', name: '窗口受理' },
    { stepId: 'review', name: '审查' },
  ],
});

function signer(
  taskId: string,
  change: Partial<CaseView['signings'][number]['signers'][number]>,
): CaseView['signings'][number]['signers'][number] {
  return {
    taskId,
    names: ['陆清和'],
    passedOn: [],
    status: 'open',
    weight: 1,
    isRead: false,
    isClaimed: false,
    at: '2026-11-22T01:00:00.000Z',
    ...change,
  };
}
