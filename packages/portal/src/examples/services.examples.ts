/**
 * A small county in memory that keeps the portal's promises: for the portal's own tests and for
 * looking at its pages. What is filed and changed is kept; nothing is random.
 */
import { hashHex, type LedgerReceipt } from '@yichuang/kernel/ledger';
import type { DraftView, FilingReceipt, ItemSummary, PublicStatistics } from '@yichuang/contracts';
import type { FilePage, ItemDefinition } from '@yichuang/kernel/case';
import { instant, instantMs, addMs, type Instant } from '@yichuang/kernel/time';
import { PortalRefusal, type PortalServices, type PortalSession } from '../services.ts';
import { letterReceipt } from './letters.examples.ts';
import { exampleReviews, type ReviewRecord } from './reviews.examples.ts';
import { exampleLetters, type LetterRecord } from './letter-services.examples.ts';
import { bundleResult, exampleInterview, nothingToFile, restaurant } from './bundle.examples.ts';
import { caseToCorrect, explanation, ownCase, page, tracking } from './cases.examples.ts';
import {
  guideOnly,
  longestDepartment,
  permit,
  shortestDepartment,
  stallLicence,
} from './items.examples.ts';

export const now = instant('2026-11-22T02:00:00.000Z');

export const resident: PortalSession = {
  personId: 'person-1',
  name: '张三',
  phoneMasked: '138****8000',
  isIdentified: true,
};

export const themes = [
  {
    id: 'construction',
    name: '工程建设',
    nameEn: 'Construction',
    audience: 'enterprise',
    count: 41,
  },
  { id: 'start', name: '开办企业', nameEn: 'Starting up', audience: 'enterprise', count: 12 },
] as const;

export const lifeEvents = [
  ['出生', 'Birth'],
  ['上学', 'School'],
  ['工作', 'Work'],
  ['结婚', 'Marriage'],
  ['买房', 'Buying a home'],
  ['盖房子', 'Building'],
  ['开饭店', 'Opening a restaurant'],
  ['开公司', 'Starting a company'],
  ['社保', 'Insurance'],
  ['看病', 'Health'],
  ['退休', 'Retirement'],
  ['身后事', 'Bereavement'],
].map(([name, nameEn], i) => ({
  id: `life-${i}`,
  name: name ?? '',
  nameEn: nameEn ?? '',
  query: name ?? '',
}));

export const departments = [
  { orgId: 'housing', name: '云溪县住房和城乡建设局', count: 87 },
  { orgId: 'land', name: longestDepartment, count: 133 },
  { orgId: 'overseas', name: shortestDepartment, count: 3 },
];

const orgNames: Readonly<Record<string, string>> = {
  housing: longestDepartment,
  overseas: shortestDepartment,
  market: '云溪县市场监督管理局',
};

const items: readonly ItemDefinition[] = [permit, stallLicence, guideOnly];

export function summaryOf(item: ItemDefinition): ItemSummary {
  return {
    code: item.code,
    name: item.name,
    ...(item.nameEn === undefined ? {} : { nameEn: item.nameEn }),
    orgId: item.orgId,
    orgName: orgNames[item.orgId] ?? item.orgId,
    taskType: item.taskType,
    audiences: [...item.audiences],
    themes: [...item.themes],
    isOnline: item.isOnline,
    handlingMode: item.handlingMode,
    ...(item.committedLimit === undefined ? {} : { committedDays: item.committedLimit.amount }),
    visits: item.visits,
  };
}

export const receipt: FilingReceipt = {
  caseId: ownCase.caseId,
  number: ownCase.number,
  queryPassword: 'K7M2-P9QX',
  itemName: permit.name,
  receivedAt: '2026-11-22T02:00:00.000Z',
  receivedOn: '2026-11-23',
  answerDueOn: '2026-11-30',
  answerRuleId: 'XK-BZ-5',
};

export const draft: DraftView = {
  draftId: 'draft-1',
  itemCode: permit.code,
  itemName: permit.name,
  form: { agent: '张三', phone: '13800138000', agentId: 'sealed:1:abc' },
  known: ['agent', 'phone'],
  materials: [],
  savedAt: '2026-11-22T02:00:00.000Z',
  problems: [],
};

export const fullDraft: DraftView = {
  ...draft,
  applicant: { kind: 'legal', name: '云溪县第一中学', code: '12420527MB0001000X' },
  form: {
    ...draft.form,
    project: '云溪中学教学楼',
    site: '云溪镇学府路 8 号',
    area: 120,
    startsOn: '2026-12-01',
    kind: 'building',
    hasLoan: false,
  },
  materials: [
    { materialId: 'application', pages: [page], isOnPaper: false },
    {
      materialId: 'contract',
      pages: [page, { ...page, sha256: 'b'.repeat(64), name: '合同第2页.jpg' }],
      isOnPaper: false,
    },
    { materialId: 'safety-plan', pages: [page], isOnPaper: false },
    { materialId: 'drawings', pages: [], isOnPaper: true },
  ],
};

export const roots = [
  {
    day: '2026-11-21',
    size: 1284,
    root: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    publishedAt: '2026-11-21T16:05:00.000Z',
  },
  {
    day: '2026-11-20',
    size: 3,
    root: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
    publishedAt: '2026-11-20T16:05:00.000Z',
  },
];

export const statistics: PublicStatistics = {
  from: '2026-01-01',
  until: '2026-11-22',
  indicators: [
    {
      id: 'on-time',
      group: 'time',
      name: '按时办结率',
      kind: 'share',
      formula: '按时办结件数 ÷ 应办结件数。',
      better: 'higher',
      basis: '行政许可法 第四十二条',
      hasCases: true,
    },
    {
      id: 'case-visits',
      group: 'ease',
      name: '件均跑动次数',
      kind: 'mean',
      formula: '申请人实际到场天数 ÷ 期内作出决定的件数。',
      better: 'lower',
      hasCases: true,
    },
    {
      id: 'good-reviews',
      group: 'voice',
      name: '好评率',
      kind: 'share',
      formula: '好评 ÷ 有效评价。',
      better: 'higher',
      hasCases: false,
    },
  ],
  figures: {
    'on-time': { of: 12_464, per: 12_480, value: 0.9987 },
    'case-visits': { of: 5_580, per: 12_480, value: 0.45 },
    'good-reviews': { of: 0, per: 0 },
  },
};

export const ledgerReceipt: LedgerReceipt = {
  format: 'yichuang-receipt-1',
  tenantId: '420527',
  event: { seq: 1, event: { type: 'CaseReceived', number: tracking.number } },
  prevHash: null,
  hash: hashHex('a'.repeat(64)),
};

export const heads = [
  {
    tenantId: '420527',
    size: 118,
    day: '2026-11-21',
    root: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
    publishedAt: '2026-11-21T16:05:00.000Z',
    stamps: [{ authority: 'https://tsa.example/tsr', stampedAt: '2026-11-21T16:06:12.000Z' }],
  },
  {
    tenantId: '420527',
    size: 117,
    day: '2026-11-20',
    root: '7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730',
    publishedAt: '2026-11-20T16:05:00.000Z',
    stamps: [],
  },
];

/** As looked up on the page of roots. */
export const soughtDay = {
  typed: '2026-11-21',
  day: '2026-11-21',
  ...(roots[0] && { root: roots[0] }),
  ...(heads[0] && { head: heads[0] }),
};

export const notices = [
  {
    id: 'n-2',
    at: instant('2026-11-18T08:31:00.000Z'),
    title: '请补正材料',
    text: '您申请的建筑工程施工许可证核发有 2 份材料需要补正，请在 2026年11月30日前提交。',
    caseId: ownCase.caseId,
    isRead: false,
  },
  {
    id: 'n-1',
    at: instant('2026-11-16T03:00:00.000Z'),
    title: '已受理',
    text: '您的申请已受理，预计 2026年11月23日前办结。',
    isRead: true,
  },
];

export const messages = [
  {
    at: instant('2026-11-22T01:59:00.000Z'),
    channel: 'sms' as const,
    to: '138****8000',
    text: '【云溪县】验证码 408213，5 分钟内有效，请勿告诉他人。',
  },
];

const wrongKey = () =>
  new PortalRefusal({
    status: 404,
    code: 'tracking-not-found',
    message: {
      'zh-CN': '编号或查询密码不对。',
      en: 'The number or the password is wrong.',
    },
    nextStep: { 'zh-CN': '请对照回执检查。', en: 'Compare them with the receipt.' },
  });

export const exampleCode = '408213';
export const exampleToken = 'token-of-the-example';
/** Files of this content are refused, as the server refuses a script that is named .jpg. */
export const scriptContent = '#!/bin/sh';

/** Everything that was done to the services, in order, for the tests to look at. */
export interface ExampleRecord {
  readonly filed: Map<string, FilingReceipt>;
  readonly acts: { readonly caseId: string; readonly type: string; readonly key: string }[];
  readonly drafts: Map<string, DraftView>;
  readonly letters: LetterRecord;
  readonly reviews: ReviewRecord;
}

export function exampleServices(
  options: { readonly isDemo?: boolean; readonly isIdentified?: boolean } = {},
): PortalServices & { readonly record: ExampleRecord } {
  const letters = exampleLetters();
  const reviews = exampleReviews();
  const record: ExampleRecord = {
    filed: new Map(),
    acts: [],
    drafts: new Map(),
    letters: letters.record,
    reviews: reviews.record,
  };
  record.drafts.set(draft.draftId, draft);
  let time: Instant = now;
  let isIdentified = options.isIdentified ?? true;
  let isLoggedOut = false;
  const mine = (personId: string) => personId === resident.personId;
  return {
    record,
    letters,
    reviews,
    county: { name: '云溪县', nameEn: 'Yunxi County', phone: '0717-12345' },
    isDemo: options.isDemo ?? true,
    now: () => time,
    liveRecord: async () => ({
      receivedToday: 37,
      concludedTotal: 12_480,
      onTimeShare: 0.9987,
      medianWorkingDays: 2.5,
    }),
    statistics: async () => statistics,
    themes: async () => themes,
    lifeEvents: async () => lifeEvents,
    departments: async () => departments,
    async findItems({ q, onlineOnly, cursor }) {
      const rows = items
        .filter((item) => q === undefined || item.name.includes(q))
        .filter((item) => onlineOnly !== true || item.isOnline)
        .map(summaryOf);
      const more = cursor === undefined && q === undefined ? { nextCursor: 'next' } : {};
      return { rows, total: rows.length, isTotalCapped: false, ...more };
    },
    findItem: async (code) => items.find((item) => item.code === code),
    itemFile: async (_, file) =>
      file === 'application.png'
        ? { mediaType: 'image/png', name: '样例.png', bytes: new Uint8Array([1]) }
        : undefined,
    orgName: async (orgId) => orgNames[orgId] ?? orgId,
    postNames: async (ids) => Object.fromEntries(ids.map((id) => [id, postNames[id] ?? id])),
    limitRules: async (ids) =>
      Object.fromEntries(
        ids.map((id) => [
          id,
          {
            name: '作出行政许可决定',
            unit: 'WD' as const,
            basis: { law: '中华人民共和国行政许可法', article: '第四十二条' },
          },
        ]),
      ),
    itemRecord: async (code) =>
      code === permit.code ? { concluded: 48, medianWorkingDays: 4 } : { concluded: 0 },
    session: async (token) =>
      token === exampleToken && !isLoggedOut ? { ...resident, isIdentified } : undefined,
    async requestCode(phone) {
      if (phone !== '13900139000') return;
      throw new PortalRefusal({
        status: 429,
        code: 'too-many-attempts',
        message: { 'zh-CN': '操作过于频繁。', en: 'Too many attempts.' },
        nextStep: { 'zh-CN': '请在 9 分钟后再试。', en: 'Try again in 9 minutes.' },
        retryAfterSeconds: 540,
      });
    },
    async logIn(_, code) {
      if (code === exampleCode) {
        isLoggedOut = false;
        return { token: exampleToken, maxAgeSeconds: 3600 };
      }
      throw new PortalRefusal({
        status: 422,
        code: 'code-wrong',
        message: { 'zh-CN': '验证码不对。', en: 'The code is wrong.' },
        nextStep: { 'zh-CN': '请检查或重新获取。', en: 'Check it or ask for a new one.' },
      });
    },
    async logOut() {
      isLoggedOut = true;
    },
    async identify() {
      isIdentified = true;
    },
    bundles: async () => [restaurant],
    bundleOf: (itemCode) => (itemCode === restaurant.itemCode ? restaurant.id : undefined),
    bundleInterview: async (id, answers) =>
      id === restaurant.id ? exampleInterview(answers) : undefined,
    bundleResult: async (id, answers) =>
      id !== restaurant.id || exampleInterview(answers).next !== undefined
        ? undefined
        : answers['foodKind'] === 'packaged'
          ? nothingToFile
          : bundleResult,
    async openBundleDraft(_, __, answers) {
      if (answers['foodKind'] === 'packaged') {
        throw new PortalRefusal({
          status: 409,
          code: 'bundle-nothing-to-file',
          message: { 'zh-CN': '不需要办理。', en: 'There is nothing to file.' },
        });
      }
      record.drafts.set(draft.draftId, draft);
      return draft;
    },
    async createDraft(_, itemCode) {
      const item = items.find(({ code }) => code === itemCode) ?? permit;
      const made = { ...draft, itemCode, itemName: item.name };
      record.drafts.set(made.draftId, made);
      return made;
    },
    async createDraftAgain() {
      record.drafts.set(draft.draftId, draft);
      return draft;
    },
    findDraft: async (personId, id) => (mine(personId) ? record.drafts.get(id) : undefined),
    async changeDraft(_, id, change) {
      const before = record.drafts.get(id) ?? draft;
      const materials = before.materials.filter(
        ({ materialId }) => !change.materials?.some((each) => each.materialId === materialId),
      );
      const after: DraftView = {
        ...before,
        form: { ...before.form, ...change.form },
        ...(change.applicant === undefined ? {} : { applicant: change.applicant }),
        materials: [
          ...materials,
          ...(change.materials ?? []).map((each) => ({
            ...each,
            pages: each.pages.map((named) => ({ ...page, ...named })),
          })),
        ],
      };
      record.drafts.set(id, after);
      return after;
    },
    async deleteDraft(_, id) {
      record.drafts.delete(id);
    },
    async upload(_, __, { name, stream }): Promise<FilePage> {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      if (bytes.toString().startsWith(scriptContent)) {
        throw new PortalRefusal({
          status: 422,
          code: 'file-type-mismatch',
          message: { 'zh-CN': '文件不是 JPG 图片。', en: 'The file is no JPG picture.' },
          nextStep: { 'zh-CN': '请重新拍照上传。', en: 'Take a new photo.' },
        });
      }
      return { ...page, name, bytes: bytes.length };
    },
    uploadedFile: async (personId, sha256) =>
      mine(personId) && /^[ab]{64}$/.test(sha256) ? exampleImage : undefined,
    async fileDraft(_, draftId, key) {
      if (!record.drafts.has(draftId) && !record.filed.has(key)) {
        throw new PortalRefusal({ status: 404, code: 'draft-unknown', message: '' });
      }
      const known = record.filed.get(key);
      if (known !== undefined) return known;
      record.filed.set(key, receipt);
      record.drafts.delete(draftId);
      return receipt;
    },
    myDrafts: async () =>
      [...record.drafts.values()].map(({ draftId, itemName, savedAt }) => ({
        draftId,
        itemName,
        savedAt: instant(savedAt),
      })),
    myCases: async () => [
      {
        caseId: ownCase.caseId,
        number: ownCase.number,
        itemName: ownCase.itemName,
        headline: caseToCorrect.headline,
        phase: 'correction-pending',
        receivedAt: instant(ownCase.receivedAt),
        needsAction: true,
      },
      {
        caseId: 'case-2',
        number: '云溪个登〔2026〕000008号',
        itemName: stallLicence.name,
        headline: '已办结：准予登记。',
        phase: 'concluded',
        receivedAt: instant('2026-10-10T02:00:00.000Z'),
        needsAction: false,
      },
    ],
    myCase: async (personId, id) =>
      mine(personId) && id === ownCase.caseId ? caseToCorrect : undefined,
    myFile: async (personId) => (mine(personId) ? exampleImage : undefined),
    myDocument: async (_, __, id) =>
      id === 'doc-1'
        ? { mediaType: 'application/pdf', name: '受理通知书.pdf', bytes: new Uint8Array([37]) }
        : undefined,
    myResults: async (personId, id) =>
      mine(personId) && id === ownCase.caseId
        ? { mediaType: 'application/zip', name: '办理结果.zip', bytes: new Uint8Array([80, 75]) }
        : undefined,
    async act(_, caseId, command, key) {
      record.acts.push({ caseId, type: command.type, key });
    },
    explainMyClock: async () => explanation,
    async track(number, password) {
      const known = [tracking.number, letterReceipt.number];
      if (known.includes(number) && password === receipt.queryPassword) return tracking;
      throw wrongKey();
    },
    async explainTrackedClock(number, password) {
      if (number === tracking.number && password === receipt.queryPassword) return explanation;
      throw wrongKey();
    },
    async ledgerReceipt(number, password) {
      if (number === tracking.number && password === receipt.queryPassword) return ledgerReceipt;
      throw wrongKey();
    },
    myLedgerReceipt: async (personId) => (mine(personId) ? ledgerReceipt : undefined),
    ledgerRoots: async () => roots,
    ledgerHeads: async () => heads,
    async ledgerDay(day) {
      const root = roots.find((each) => each.day === day);
      const head = heads.find((each) => each.day === day);
      return { ...(root && { root }), ...(head && { head }) };
    },
    checkCertificate: async (number) =>
      number.startsWith('4205') ? { ...certificate, number } : undefined,
    inbox: async () => notices,
    async markRead() {
      // The example's notices stay as they are: pages are looked at in one state.
    },
    demoMessages: async () => messages,
    async moveClock(move) {
      time = addMs(time, 'ms' in move ? move.ms : move.workingDays * 86_400_000);
      if (instantMs(time) < instantMs(now)) throw new RangeError('the clock went back');
    },
  };
}

const postNames: Readonly<Record<string, string>> = {
  counter: '综合窗口',
  quality: '质量监督科科长',
  safety: '安全监督科科长',
  deputy: '分管副局长',
  engineer: '总工程师',
  leader: '局长',
};

export const certificate = {
  number: '420527202611200101',
  certificateId: '1.2.156.3005.2.11100000000013338W011.11420000MB0001X.420527202611200101.001.P',
  name: '建筑工程施工许可证',
  holder: '云溪县第一中学',
  issuer: longestDepartment,
  issuedOn: '2026-11-20',
  status: 'valid' as const,
  isSealValid: true,
};

/** One grey pixel; pages show it as a thumbnail. */
export const exampleImage = {
  mediaType: 'image/png',
  name: 'page.png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mM8c+bMfwAGgAL+' +
      'qk0kZAAAAABJRU5ErkJggg==',
    'base64',
  ),
};
