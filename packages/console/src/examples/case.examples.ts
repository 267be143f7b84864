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
