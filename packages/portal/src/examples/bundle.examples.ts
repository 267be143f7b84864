/** "Open a restaurant" in its named states. */
import type {
  ApplicantCaseView,
  BundleInterview,
  BundleQuestionView,
  BundleResult,
  BundleSummary,
  CasePartView,
} from '@yichuang/contracts';
import { clocks, ownCase } from './cases.examples.ts';
import { longestDepartment, shortestDepartment } from './items.examples.ts';

export const restaurant: BundleSummary = {
  id: 'restaurant',
  itemCode: 'bundle-1',
  name: '开一家餐饮店',
  summary: '开饭店、面馆、奶茶店要办的事，一张表、一套材料、一次申请。',
  lifeEvent: 'life-6',
  parts: ['营业执照', '食品经营许可', '消防安全检查', '户外招牌'],
  offices: ['云溪县市场监督管理局', longestDepartment, shortestDepartment],
};

export const licenceQuestion: BundleQuestionView = {
  id: 'hasLicence',
  kind: 'yes-no',
  text: '您已经有营业执照了吗？',
  short: '已有营业执照',
};

export const foodQuestion: BundleQuestionView = {
  id: 'foodKind',
  kind: 'choice',
  text: '店里主要卖什么？',
  short: '主要卖什么',
  options: [
    { value: 'hot', label: '现炒现做的热菜、面点、火锅' },
    { value: 'packaged', label: '只卖有包装的食品，不加工' },
  ],
};

export const areaQuestion: BundleQuestionView = {
  id: 'area',
  kind: 'number',
  text: '店面的建筑面积有多大？',
  short: '建筑面积',
  hint: '写在租赁合同或者房产证上。',
  unit: '平方米',
  minimum: 1,
  maximum: 5000,
};

const questions = [licenceQuestion, foodQuestion, areaQuestion];

/** What a person has said so far; the example asks three questions in their order. */
export function exampleInterview(given: Readonly<Record<string, unknown>>): BundleInterview {
  const answered: BundleInterview['answered'] = [];
  for (const question of questions) {
    const value = given[question.id];
    if (typeof value !== 'string' || !isAnswer(question, value)) {
      const place = answered.length + 1;
      return { bundle: restaurant, answered, next: question, place, total: questions.length };
    }
    answered.push({ question, value, label: labelOf(question, value) });
  }
  return { bundle: restaurant, answered, place: questions.length + 1, total: questions.length };
}

function isAnswer({ kind, options }: BundleQuestionView, value: string): boolean {
  if (kind === 'number') return /^\d+$/.test(value) && Number(value) > 0;
  if (kind === 'yes-no') return value === 'true' || value === 'false';
  return options?.some((option) => option.value === value) === true;
}

function labelOf({ kind, options, unit }: BundleQuestionView, value: string): string {
  if (kind === 'number') return `${value} ${unit}`;
  if (kind === 'yes-no') return value === 'true' ? '是' : '否';
  return options?.find((option) => option.value === value)?.label ?? value;
}

export const allAnswers = { hasLicence: 'false', foodKind: 'hot', area: '80' };

export const bundleResult: BundleResult = {
  interview: exampleInterview(allAnswers),
  parts: [
    {
      partId: 'registration',
      itemCode: 'item-1',
      name: '营业执照',
      itemName: '个体工商户设立登记',
      office: '云溪县市场监督管理局',
      days: 1,
      after: [],
      because: ['因为您选择了“已有营业执照：否”'],
    },
    {
      partId: 'food',
      itemCode: 'item-2',
      name: '食品经营许可',
      itemName: '食品经营许可（餐饮服务）',
      office: '云溪县市场监督管理局',
      days: 7,
      after: ['营业执照'],
      because: ['因为您选择了“主要卖什么：现炒现做的热菜、面点、火锅”'],
    },
    {
      partId: 'fire',
      itemCode: 'item-3',
      name: '消防安全检查',
      itemName: '公众聚集场所投入使用、营业前消防安全检查',
      office: longestDepartment,
      days: 5,
      after: [],
      because: ['因为您选择了“建筑面积：80 平方米”'],
    },
  ],
  materials: [
    {
      materialId: 'floor-plan',
      name: '店面平面布置图',
      criteria: '手画清楚也可以。',
      usedBy: ['食品经营许可', '消防安全检查'],
      necessity: 'required',
      canCommit: false,
    },
    {
      materialId: 'fire-standards',
      name: '场所符合消防安全要求的证明',
      usedBy: ['消防安全检查'],
      necessity: 'required',
      canCommit: true,
    },
    {
      materialId: 'fire-rules',
      name: '消防安全制度',
      usedBy: ['消防安全检查'],
      necessity: 'deferrable',
      canCommit: false,
    },
  ],
  notes: [],
  together: { materials: 3, fields: 16, days: 8, visits: 0 },
  apart: { materials: 4, fields: 34, days: 13, visits: 0 },
  fees: [],
};

export const nothingToFile: BundleResult = {
  ...bundleResult,
  parts: [],
  materials: [],
  notes: ['只卖预包装食品，不用办食品经营许可证，向县市场监管局备案即可。'],
  together: { materials: 0, fields: 3, days: 0, visits: 0 },
  apart: { materials: 0, fields: 0, days: 0, visits: 0 },
};

const part = (of: Partial<CasePartView> & Pick<CasePartView, 'partId' | 'name'>): CasePartView => ({
  itemCode: `item-${of.partId}`,
  office: '云溪县市场监督管理局',
  status: 'open',
  after: [],
  canOpen: true,
  clocks: [],
  documents: [],
  ...of,
});

export const parts: readonly CasePartView[] = [
  part({
    partId: 'registration',
    name: '营业执照',
    status: 'granted',
    caseId: 'part-1',
    number: '20261122000002',
    headline: '已办结：准予登记。',
    documents: [
      {
        documentId: 'd2',
        template: 'business-licence',
        name: '营业执照（个体工商户）',
        moment: 'certificate',
        orderedAt: '2026-11-22T02:00:00.000Z',
        issuedAt: '2026-11-22T02:00:05.000Z',
        number: '92999921YYYY00119T',
        certificateId: '1.2.156.3005.2.1',
      },
    ],
  }),
  part({ partId: 'food', name: '食品经营许可', status: 'waiting', after: ['营业执照'] }),
  part({
    partId: 'fire',
    name: '消防安全检查',
    office: longestDepartment,
    caseId: 'part-3',
    headline: '正在由消防大队办理。',
    clocks: [...clocks],
  }),
  part({ partId: 'sign', name: '户外招牌', status: 'cancelled', canOpen: false }),
  part({ partId: 'hygiene', name: '卫生许可', status: 'denied', caseId: 'part-5' }),
];

export const wholeCase: ApplicantCaseView = {
  ...ownCase,
  itemName: restaurant.name,
  parts: [...parts],
};

export const partCase: ApplicantCaseView = {
  ...ownCase,
  parent: { caseId: 'whole-1', number: '20261122000001', itemName: restaurant.name, canOpen: true },
};
