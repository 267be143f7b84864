/** Letters as the server shows them to staff. The people and the matters are invented. */
import type {
  AllowedActView,
  CaseView,
  LetterAssistance,
  StaffLetterView,
} from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import type { ActSubject } from '../acts/act.ts';
import { caseAt } from './case.examples.ts';
import { constructionPermit } from './item.examples.ts';

export const newLetter: StaffLetterView = {
  kind: 'petition',
  title: '青石路路灯不亮',
  body: '青石路中段的路灯坏了半个月，晚上老人摔倒了。请尽快修好，并说明谁负责。',
  division: '柳浦镇',
  place: '青石路 12 号对面',
  category: '市政设施',
  wish: '修好路灯',
  isConfidential: false,
  isPublic: false,
  round: 1,
  answers: [],
  reopenings: [],
  messages: [],
  procedure: 'ordinary',
  canBeSimple: true,
  isSensitive: false,
  representatives: [],
  referrals: [],
  results: ['supported', 'explained', 'not-supported', 'mediated'],
  investigations: [],
  mediations: [],
  links: [],
  callBacks: [],
  supervisions: [],
};

export const petitionItem: ItemDefinition = {
  ...constructionPermit,
  code: 'xf-petition',
  lifecycle: 'letter',
  name: '信访事项',
  legalBasis: [{ law: '信访工作条例', article: '第三十一条第六项' }],
  materials: [],
  letter: { kind: 'petition', answerStep: 'handle', mostFollowUps: 0 },
};

type LetterCase = CaseView & { readonly letter: StaffLetterView };

/** The letter's case when it is with a step of the given duty. */
export function letterAt(
  duty: string,
  letter: Partial<StaffLetterView> = {},
  change: Partial<CaseView> = {},
): LetterCase {
  const view = caseAt(duty, {
    itemCode: 'xf-petition',
    itemName: '信访事项',
    materials: [],
    form: {},
    ...change,
  });
  return { ...view, letter: { ...newLetter, ...letter } };
}

export function letterSubject(
  view: CaseView,
  allowed: Partial<AllowedActView> & { readonly act: string },
): ActSubject {
  const taskId = view.tasks[0]?.taskId;
  return {
    view,
    item: petitionItem,
    allowed: { ...(taskId === undefined ? {} : { taskId }), ...allowed },
    checks: {},
  };
}

const said = {
  thanks: '您好！您的来信收悉。',
  result: '请咨询城管部门。',
  facts: '经现场查看，三盏路灯线路老化。',
  basis: [{ law: '城市照明管理规定', article: '第二十一条' }],
  outcome: 'supported' as const,
  officerName: '李杰',
  officerPhone: '0999-12345670',
  unit: '云溪县住房和城乡建设局',
};

/** Everything that can have happened to a letter, once each. */
export const handledLetter: StaffLetterView = {
  ...newLetter,
  unit: '云溪县住房和城乡建设局',
  unitId: 'yunxi/zjj',
  round: 2,
  isSensitive: true,
  sensitivity: { reason: '涉及群体', at: '2026-11-21T01:00:00.000Z', by: '糜专' },
  people: 6,
  representatives: [{ name: '吴一', phone: '19900000003' }],
  answers: [
    {
      ...said,
      round: 1,
      answeredOn: '2026-11-20',
      rating: { office: 'satisfied', handler: 'dissatisfied', comment: '没有说什么时候修' },
    },
  ],
  reopenings: [
    {
      round: 2,
      cause: 'bad-rating',
      text: '没有说什么时候修',
      at: '2026-11-21T02:00:00.000Z',
    },
  ],
  draft: {
    ...said,
    round: 2,
    findings: [{ code: 'refers-elsewhere', text: '让来信人去问别的单位', quote: '请咨询城管部门' }],
    by: '李杰',
    at: '2026-11-22T01:00:00.000Z',
  },
  messages: [
    {
      messageId: 'm1',
      from: 'handler',
      to: 'office',
      by: '李杰',
      text: '线路归供电公司',
      at: '2026-11-21T03:00:00.000Z',
    },
  ],
  referrals: [
    {
      referralId: 'f1',
      manner: 'assign',
      toOrgId: 'yunxi/zjj',
      to: '云溪县住房和城乡建设局',
      coUnits: ['云溪县城市管理局'],
      note: '请尽快修复',
      reportBy: '2026-12-10',
      at: '2026-11-18T01:00:00.000Z',
      by: '唐敏仪',
      status: 'objected',
      objection: { reason: '不属于我局职权', at: '2026-11-19T01:00:00.000Z', by: '李杰' },
      verdict: {
        isUpheld: false,
        reason: '三定规定明确由你局负责',
        at: '2026-11-19T03:00:00.000Z',
      },
    },
  ],
  investigations: [
    {
      recordId: 'i1',
      heldOn: '2026-11-20',
      place: '青石路',
      people: '李杰、吴一',
      text: '三盏路灯不亮',
      by: '李杰',
      at: '2026-11-20T03:00:00.000Z',
    },
  ],
  mediations: [
    { mediationId: 'd1', kind: 'mediation', heldOn: '2026-11-20', text: '月底修好', by: '李杰' },
  ],
  links: [
    {
      linkId: 'l1',
      caseId: 'other',
      number: '20261120000009',
      relation: 'same-matter',
      reason: '同一路段',
      by: '唐敏仪',
      at: '2026-11-20T03:00:00.000Z',
    },
  ],
  callBacks: [
    {
      manner: 'phone',
      isSatisfied: false,
      note: '还没修',
      by: '唐敏仪',
      at: '2026-11-21T04:00:00.000Z',
    },
  ],
  supervisions: [
    {
      supervisionId: 's1',
      ground: '两次来信没有解决',
      demand: '三日内修复',
      dueOn: '2026-11-25',
      by: '赵云起',
      at: '2026-11-21T05:00:00.000Z',
    },
  ],
};

const similar = {
  caseId: 'similar',
  number: '20261101000003',
  title: '柳浦大道路灯不亮',
  receivedAt: '2026-11-01T01:00:00.000Z',
  unit: '云溪县住房和城乡建设局',
  phase: 'concluded',
  outcome: 'supported',
  score: 0.8,
  why: ['路灯', '不亮'],
};

export const assistance: LetterAssistance = {
  category: { name: '市政设施', confidence: 0.9, why: ['路灯'] },
  units: [
    { orgId: 'yunxi/zjj', name: '云溪县住房和城乡建设局', confidence: 0.8, why: ['路灯', '市政'] },
  ],
  limits: [
    {
      ruleId: 'XF-BJ-60',
      name: '信访事项办结期限',
      basis: { law: '信访工作条例', article: '第三十四条' },
    },
  ],
  laws: [{ basis: { law: '城市照明管理规定', article: '第二十一条' }, why: ['路灯'] }],
  elsewhere: [
    {
      code: 'litigation',
      name: '诉讼',
      goTo: '向云溪县人民法院起诉',
      basis: { law: '信访工作条例', article: '第三十一条第一项' },
      why: ['起诉'],
    },
  ],
  similar: [similar],
  duplicates: [{ ...similar, caseId: 'twin', relation: 'repeated', isLinked: false }],
  points: ['什么时候修好', '由谁负责'],
  masked: {
    title: '青石路路灯不亮',
    body: '青石路中段的路灯坏了半个月。',
    answers: { '1': '您好！' },
  },
};
