/** Items as the pages meet them: a long one with everything, an easy one, and a guide only. */
import type { ItemDefinition, MaterialDefinition, UploadRule } from '@yichuang/kernel/case';
import type { FormDefinition } from '@yichuang/kernel/form';
import type { FlowDefinition, StepNode } from '@yichuang/kernel/flow';
import { fen } from '@yichuang/kernel/money';

export const longestDepartment =
  '云溪县自然资源和规划局（云溪县林业和草原局、云溪县不动产登记中心）';
export const shortestDepartment = '侨办';

export const scanRule: UploadRule = {
  accept: ['image/jpeg'],
  maxBytes: 90 * 1024,
  minPixels: [640, 480],
  maxPixels: [1600, 1200],
  maxPages: 20,
  paper: 'A4',
};

const step = (
  id: string,
  name: string,
  duty: StepNode['duty'],
  post: string,
  amount: number,
): StepNode => ({
  kind: 'step',
  id,
  name,
  duty,
  posts: [post],
  agreement: { rule: 'one' },
  limit: { amount, unit: 'WD' },
});

export const permitFlow: FlowDefinition = {
  main: {
    kind: 'sequence',
    id: 'main',
    name: '施工许可',
    children: [
      step('intake', '窗口受理', 'intake', 'counter', 1),
      {
        kind: 'parallel',
        id: 'reviews',
        name: '科室审查',
        branches: [
          { id: 'a', node: step('quality', '质量监督审查', 'review', 'quality', 3) },
          { id: 'b', node: step('safety', '安全监督审查', 'review', 'safety', 3) },
        ],
      },
      {
        ...step('sign', '分管领导审核', 'review', 'deputy', 2),
        posts: ['deputy', 'engineer'],
        agreement: { rule: 'all', rejectCounts: 'hear-all' },
      },
      step('decide', '局长决定', 'decision', 'leader', 1),
      { kind: 'automatic', id: 'fee', name: '核定费用', does: { action: 'assess-fee' } },
      { kind: 'wait', id: 'pay', name: '等待缴费', until: 'payment' },
      { kind: 'automatic', id: 'issue', name: '制作证照', does: { action: 'issue-certificate' } },
      step('deliver', '窗口送达', 'delivery', 'counter', 1),
    ],
  },
};

const material = (
  id: string,
  name: string,
  of: Partial<MaterialDefinition> = {},
): MaterialDefinition => ({
  id,
  name,
  necessity: 'required',
  carrier: 'electronic',
  source: 'applicant',
  upload: scanRule,
  ...of,
});

export const permitForm: FormDefinition = {
  sections: [
    { id: 'project', title: '工程信息', fields: ['project', 'site', 'area', 'startsOn', 'kind'] },
    { id: 'people', title: '经办人', fields: ['agent', 'phone', 'agentId', 'hasLoan', 'bank'] },
  ],
  schema: {
    type: 'object',
    required: ['project', 'site', 'area', 'agent', 'phone'],
    properties: {
      project: { type: 'string', title: '工程名称', maxLength: 60 },
      site: {
        type: 'string',
        title: '建设地点',
        description: '写到门牌号或路口。',
        format: 'multiline',
        maxLength: 200,
      },
      area: { type: 'number', title: '建筑面积', 'x-unit': '平方米', minimum: 1, maximum: 1e7 },
      startsOn: { type: 'string', title: '计划开工日期', format: 'date' },
      kind: {
        type: 'string',
        title: '工程类别',
        enum: ['building', 'road'],
        'x-enum-titles': { building: '房屋建筑', road: '市政基础设施' },
      },
      agent: { type: 'string', title: '经办人姓名', 'x-prefill': 'contact.name' },
      phone: { type: 'string', title: '联系电话', format: 'mobile' },
      agentId: {
        type: 'string',
        title: '经办人身份证号',
        format: 'citizen-id',
        'x-sensitive': true,
      },
      hasLoan: { type: 'boolean', title: '是否有银行贷款' },
      bank: {
        type: 'string',
        title: '贷款银行',
        'x-when': { field: 'hasLoan', equals: true },
      },
    },
  },
};

const base = {
  version: 1,
  taskType: '01',
  visits: 1,
  correctionRule: 'XK-BZ-5',
  serviceRule: 'XK-SD-10',
  synonyms: [],
  themes: ['construction'],
} as const;

export const permit: ItemDefinition = {
  ...base,
  code: '11420000MB0001-0117',
  name: '建筑工程施工许可证核发',
  nameEn: 'Construction permit',
  summary:
    '在本县新建、改建、扩建房屋建筑和市政工程，开工前要先领取施工许可证。满足条件后五个工作日内办结。',
  summaryEn: 'Needed before any building or municipal work begins in the county.',
  orgId: 'housing',
  audiences: ['enterprise'],
  handlingMode: 'committed',
  isOnline: true,
  visitReason: '领取证书并核对纸质图纸',
  conditions: [
    '已经办理建筑工程用地批准手续；',
    '依法应当办理建设工程规划许可证的，已经取得；',
    '需要拆迁的，其拆迁进度符合施工要求；',
    '已经确定建筑施工企业。',
  ],
  legalBasis: [
    {
      law: '中华人民共和国建筑法',
      article: '第七条',
      version: '2019-04-23',
      text: '建筑工程开工前，建设单位应当按照国家有关规定向工程所在地县级以上人民政府建设行政主管部门申请领取施工许可证。',
    },
    { law: '建筑工程施工许可管理办法', article: '第二条' },
  ],
  statutoryLimit: { ruleId: 'XK-JD-7', amount: 7 },
  committedLimit: { ruleId: 'XK-JD-7', amount: 5 },
  materials: [
    material('application', '建筑工程施工许可申请表', {
      package: '施工',
      originals: 1,
      sampleFile: 'application.png',
      blankFile: 'application.pdf',
      criteria: '加盖建设单位公章，签字齐全。',
    }),
    material('planning', '建设工程规划许可证', { package: '施工', heldAs: 'planning-permit' }),
    material('contract', '施工合同', { package: '施工', copies: 1, carrier: 'both' }),
    material('safety-plan', '安全施工措施', { package: '安全', issuedBy: '施工单位' }),
    material('drawings', '施工图设计文件', {
      package: '监督',
      carrier: 'paper',
      criteria: '成套蓝图，由窗口核收后退回。',
    }),
    material('wall', '散装水泥和新型墙体材料承诺书', {
      package: '散墙',
      necessity: 'deferrable',
      carrier: 'both',
    }),
  ],
  form: permitForm,
  fees: [
    {
      kind: 'per-unit',
      id: 'foundation',
      name: '城市基础设施配套费',
      basis: { law: '云溪县城市基础设施配套费征收办法', article: '第五条' },
      unitFen: fen(4500),
      unit: '平方米',
      quantityField: 'area',
    },
  ],
  specialProcedures: [
    {
      kind: 'expert-review',
      name: '专家评审',
      expectedDays: 10,
      basis: { law: '中华人民共和国行政许可法', article: '第四十五条' },
    },
  ],
  flow: permitFlow,
  resultName: '建筑工程施工许可证',
  place: {
    address: '云溪县云溪镇政务路 1 号政务服务中心二楼',
    counter: 'B12 窗口',
    hours: '周一至周五 9:00–12:00，13:30–17:00',
    phone: '0717-6220012',
    supervisionPhone: '0717-6220110',
  },
  remedies: {
    reconsideration: '自知道决定之日起六十日内，可以向云溪县人民政府申请行政复议。',
    litigation: '自知道决定之日起六个月内，可以向云溪县人民法院提起行政诉讼。',
  },
};

export const guideOnly: ItemDefinition = {
  ...base,
  code: '511Z07001006',
  name: '归侨、侨眷身份认定',
  summary: '为归侨和侨眷出具身份认定。',
  orgId: 'overseas',
  audiences: ['person'],
  handlingMode: 'on-the-spot',
  isOnline: false,
  conditions: [],
  legalBasis: [],
  materials: [],
  fees: [],
  specialProcedures: [],
};

export const stallLicence: ItemDefinition = {
  ...base,
  code: '11420000MB0002-0001',
  name: '个体工商户设立登记',
  nameEn: 'Registration of a self-employed business',
  summary: '自己开店、摆摊、接活，先办个体工商户登记。材料齐全当场办结。',
  orgId: 'market',
  audiences: ['person'],
  handlingMode: 'on-the-spot',
  isOnline: true,
  conditions: ['有经营能力的公民。'],
  legalBasis: [{ law: '促进个体工商户发展条例', article: '第十一条' }],
  materials: [material('photo', '经营场所照片', { upload: { ...scanRule, maxPages: 3 } })],
  form: {
    sections: [{ id: 'shop', title: '店铺信息', fields: ['shopName', 'area'] }],
    schema: {
      type: 'object',
      required: ['shopName'],
      properties: {
        shopName: { type: 'string', title: '字号名称', maxLength: 30 },
        area: { type: 'number', title: '经营面积', 'x-unit': '平方米', minimum: 1 },
      },
    },
  },
  fees: [],
  specialProcedures: [],
};
