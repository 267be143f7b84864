/** Every page in its named states: what tests check and what people look at. */
import { Assets } from '../assets.ts';
import type { Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { accessibilityPage, sourcePage } from '../pages/about-pages.ts';
import { applyPage } from '../pages/apply-page.ts';
import { bundlePage, bundlesPage, questionPage } from '../pages/bundle-pages.ts';
import { bundleResultPage } from '../pages/bundle-result-page.ts';
import { casePage } from '../pages/case-page.ts';
import { certificateForm, certificatePage } from '../pages/certificate-page.ts';
import { checkPage } from '../pages/check-page.ts';
import { clockPage } from '../pages/clock-page.ts';
import { confirmPage } from '../pages/confirm-page.ts';
import { correctionPage, withdrawPage } from '../pages/correction-page.ts';
import { demoClockPage, messagesPage } from '../pages/demo-page.ts';
import { errorPage } from '../pages/error-page.ts';
import { applicantPage, sectionPage } from '../pages/form-page.ts';
import { homePage } from '../pages/home-page.ts';
import { inboxPage } from '../pages/inbox-page.ts';
import { itemPage } from '../pages/item-page.ts';
import { itemsPage } from '../pages/items-page.ts';
import { ledgerPage, ledgerReceiptPage } from '../pages/ledger-page.ts';
import { statisticsPage } from '../pages/statistics-page.ts';
import { verifyPage } from '../pages/verify-page.ts';
import { codePage, continuePage, identifyPage, loginPage } from '../pages/login-page.ts';
import { materialsPage } from '../pages/materials-page.ts';
import { myPage } from '../pages/my-page.ts';
import { receiptPage } from '../pages/receipt-page.ts';
import { supplyPage } from '../pages/supply-page.ts';
import { trackingPage, trackPage } from '../pages/track-page.ts';
import { checkProblems } from '../filing-problems.ts';
import type { Locale } from '../services.ts';
import { translator } from '../texts/translate.ts';
import { plainDate } from '@yichuang/kernel/time';
import { askedMaterials } from '@yichuang/kernel/case';
import {
  areaQuestion,
  bundleResult,
  exampleInterview,
  foodQuestion,
  licenceQuestion,
  nothingToFile,
  partCase,
  restaurant,
  wholeCase,
} from './bundle.examples.ts';
import {
  caseToCorrect,
  clocks,
  concludedCase,
  explanation,
  ownCase,
  page,
  tracking,
} from './cases.examples.ts';
import { brokenPromise, lenientPermit, owedContract, owingCase } from './debts.examples.ts';
import { letterPageExamples } from './letter-pages.examples.ts';
import { reviewPageExamples } from './reviews.examples.ts';
import { letterView } from './letters.examples.ts';
import {
  guideOnly,
  longestDepartment,
  permit,
  permitForm,
  shortestDepartment,
} from './items.examples.ts';
import {
  certificate,
  departments,
  draft,
  exampleServices,
  fullDraft,
  lifeEvents,
  messages,
  notices,
  now,
  receipt,
  resident,
  heads,
  roots,
  soughtDay,
  statistics,
  summaryOf,
  themes,
} from './services.examples.ts';

const assets = new Assets('example');

export function exampleContext(
  of: { readonly locale?: Locale; readonly isElder?: boolean; readonly isStranger?: boolean } = {},
): PageContext {
  const locale = of.locale ?? 'zh-CN';
  return {
    locale,
    t: translator(locale),
    isElder: of.isElder ?? false,
    session: of.isStranger === true ? undefined : resident,
    path: '/example',
    now,
    today: plainDate('2026-11-22'),
    county: exampleServices().county,
    isDemo: true,
    hasLetters: true,
    hasReviews: true,
    assets: assets.url,
    latestRoot: roots[0],
  };
}

const section = (id: string) => {
  const found = permitForm.sections.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
};
const asked = askedMaterials(permit, fullDraft.form);
const sectionData = {
  item: permit,
  form: permitForm,
  draft,
  values: draft.form,
  errors: {},
  edited: [],
};
const applicant = {
  item: permit,
  draft,
  selfName: '张三',
  kind: '',
  name: '',
  code: '',
  errors: {},
} as const;
const guide = {
  item: permit,
  orgName: longestDepartment,
  rules: { 'XK-JD-7': { name: '', unit: 'WD', basis: { law: '', article: '' } } },
  record: { concluded: 48, medianWorkingDays: 4 },
  postNames: {
    counter: '综合窗口',
    quality: '质量监督科科长',
    safety: '安全监督科科长',
    deputy: '分管副局长',
    engineer: '总工程师',
    leader: '局长',
  },
} as const;
const found = {
  query: { q: '许可' },
  page: { rows: [permit, guideOnly].map(summaryOf), total: 2, isTotalCapped: false },
  themes,
  departments,
  suggestions: lifeEvents,
};
const promisingDraft = {
  ...fullDraft,
  materials: fullDraft.materials.map((material) =>
    material.materialId === 'safety-plan'
      ? { ...material, pages: [], isCommitted: true as const }
      : material,
  ),
};
const supplyData = {
  view: owingCase,
  item: lenientPermit,
  owed: [owedContract],
  idempotencyKey: 'key',
  uploaded: {},
  onPaper: [],
  refusals: {},
};
const correction = {
  view: caseToCorrect,
  item: permit,
  idempotencyKey: 'key',
  uploaded: {},
  onPaper: [],
  refusals: {},
};

export const pageExamples: Readonly<Record<string, (ctx: PageContext) => Html>> = {
  home: (ctx) =>
    homePage(ctx, {
      record: {
        receivedToday: 37,
        concludedTotal: 12_480,
        onTimeShare: 0.9987,
        medianWorkingDays: 2.5,
      },
      lifeEvents,
      lettersAnswered: 1120,
    }),
  'home on the first day': (ctx) =>
    homePage(ctx, { record: { receivedToday: 0, concludedTotal: 0 }, lifeEvents: [] }),
  'items found': (ctx) => itemsPage(ctx, found),
  'items browsed': (ctx) =>
    itemsPage(ctx, {
      ...found,
      query: { audience: 'enterprise', cursor: 'c' },
      page: { ...found.page, nextCursor: 'next', total: 1000, isTotalCapped: true },
    }),
  'items not found': (ctx) =>
    itemsPage(ctx, {
      ...found,
      query: { q: '<b>养龙</b>', theme: 'start' },
      page: { rows: [], total: 0, isTotalCapped: false },
    }),
  guide: (ctx) => itemPage(ctx, guide),
  'guide without online filing': (ctx) =>
    itemPage(ctx, {
      ...guide,
      item: guideOnly,
      orgName: shortestDepartment,
      record: { concluded: 0 },
    }),
  bundles: (ctx) => bundlesPage(ctx, [restaurant]),
  'bundles none': (ctx) => bundlesPage(ctx, []),
  bundle: (ctx) => bundlePage(ctx, exampleInterview({})),
  'bundle first question': (ctx) =>
    questionPage(ctx, { interview: exampleInterview({}), question: licenceQuestion }),
  'bundle choice not made': (ctx) =>
    questionPage(ctx, {
      interview: exampleInterview({ hasLicence: 'false' }),
      question: foodQuestion,
      error: ctx.t('bundle.choose-one'),
    }),
  'bundle number wrong': (ctx) =>
    questionPage(ctx, {
      interview: exampleInterview({ hasLicence: 'false', foodKind: 'hot' }),
      question: areaQuestion,
      draftId: 'draft-1',
      typed: '<很大>',
      error: ctx.t('bundle.number-bounds', { minimum: 1, maximum: 5000, unit: '平方米' }),
    }),
  'bundle result': (ctx) => bundleResultPage(ctx, { result: bundleResult }),
  'bundle result of a draft': (ctx) =>
    bundleResultPage(ctx, { result: bundleResult, draftId: 'draft-1', refusal: '现在不能办理。' }),
  'bundle nothing to file': (ctx) => bundleResultPage(ctx, { result: nothingToFile }),
  login: (ctx) => loginPage(ctx, { next: '/my' }),
  'login with an error, carrying a form': (ctx) =>
    loginPage(ctx, {
      next: '/drafts/1/form/project',
      carry: { action: '/drafts/1/form/project', fields: [['project', '云溪中学"教学楼"']] },
      phone: '123',
      error: ctx.t('login.phone-wrong'),
    }),
  'login code': (ctx) => codePage(ctx, { next: '/my', phone: '13800138000', isResent: true }),
  'login code wrong': (ctx) =>
    codePage(ctx, { next: '/my', phone: '13800138000', error: ctx.t('login.code-wrong-shape') }),
  identify: (ctx) => identifyPage(ctx, { next: '/my', name: '', idNumber: '' }),
  'identify with errors': (ctx) =>
    identifyPage(ctx, {
      next: '/my',
      name: '',
      idNumber: '420527199002300011',
      errors: {
        name: ctx.t('identify.name-missing'),
        idNumber: ctx.t('citizen-id.date', { title: ctx.t('identify.number') }),
      },
    }),
  'continue after log-in': (ctx) =>
    continuePage(ctx, {
      next: '/drafts/1',
      carry: { action: '/drafts/1/form/project', fields: [['project', '教学楼']] },
    }),
  'apply start': (ctx) => applyPage(ctx, permit),
  applicant: (ctx) => applicantPage(ctx, applicant),
  'applicant with a choice and errors': (ctx) =>
    applicantPage(ctx, {
      ...applicant,
      item: { ...permit, audiences: ['person', 'enterprise'] },
      kind: 'legal',
      code: '123',
      errors: {
        name: ctx.t('applicant.name-missing'),
        code: ctx.t('credit-code.length', { title: ctx.t('applicant.code') }),
      },
    }),
  'form section': (ctx) => sectionPage(ctx, { ...sectionData, section: section('project') }),
  'form section with what is known': (ctx) =>
    sectionPage(ctx, { ...sectionData, section: section('people') }),
  'form section with errors': (ctx) =>
    sectionPage(ctx, {
      ...sectionData,
      section: section('project'),
      values: { project: '', area: '很大', site: '<script>' },
      errors: {
        project: ctx.t('problem.field-required', { title: '工程名称' }),
        area: ctx.t('problem.field-not-a-number', { title: '建筑面积' }),
        kind: ctx.t('problem.field-required-choice', { title: '工程类别' }),
      },
    }),
  materials: (ctx) => materialsPage(ctx, { item: permit, draft, asked, refusals: {} }),
  'materials with pages and a refusal': (ctx) =>
    materialsPage(ctx, {
      item: permit,
      draft: fullDraft,
      asked,
      refusals: { contract: 'IMG_1.jpg：文件不是 JPG 图片。请重新拍照上传。' },
    }),
  'materials that may come later or be promised': (ctx) =>
    materialsPage(ctx, {
      item: lenientPermit,
      draft,
      asked: askedMaterials(lenientPermit, fullDraft.form),
      refusals: {},
    }),
  'materials with a promise': (ctx) =>
    materialsPage(ctx, {
      item: lenientPermit,
      draft: promisingDraft,
      asked: askedMaterials(lenientPermit, fullDraft.form),
      refusals: {},
    }),
  'check with a promise': (ctx) =>
    checkPage(ctx, {
      item: lenientPermit,
      draft: promisingDraft,
      asked: askedMaterials(lenientPermit, fullDraft.form),
      problems: checkProblems(ctx, { item: lenientPermit, draft: promisingDraft }),
      idempotencyKey: 'key',
      selfName: '张三',
    }),
  'check with problems': (ctx) =>
    checkPage(ctx, {
      item: permit,
      draft,
      asked,
      problems: checkProblems(ctx, { item: permit, draft }),
      idempotencyKey: 'key',
      selfName: '张三',
    }),
  'check ready': (ctx) =>
    checkPage(ctx, {
      item: permit,
      draft: fullDraft,
      asked,
      problems: checkProblems(ctx, { item: permit, draft: fullDraft }),
      idempotencyKey: 'key',
      selfName: '张三',
    }),
  'delete a draft': (ctx) =>
    confirmPage(ctx, {
      question: ctx.t('delete.question', { item: permit.name }),
      text: ctx.t('delete.text'),
      yes: ctx.t('delete.yes'),
      no: ctx.t('delete.no'),
      action: '/drafts/1/delete',
      back: '/drafts/1/check',
    }),
  receipt: (ctx) => receiptPage(ctx, receipt),
  my: (ctx) =>
    myPage(ctx, {
      cases: [
        {
          caseId: ownCase.caseId,
          number: ownCase.number,
          itemName: ownCase.itemName,
          headline: caseToCorrect.headline,
          phase: 'correction-pending',
          receivedAt: now,
          needsAction: true,
        },
        {
          caseId: 'case-2',
          number: '云溪个登〔2026〕000008号',
          itemName: '个体工商户设立登记',
          headline: '已办结：准予登记。',
          phase: 'concluded',
          receivedAt: now,
          needsAction: false,
        },
        {
          caseId: letterView.caseId,
          number: letterView.number,
          itemName: letterView.itemName,
          title: letterView.title,
          headline: letterView.headline,
          phase: letterView.phase,
          receivedAt: now,
          needsAction: false,
        },
      ],
      drafts: [{ draftId: 'draft-1', itemName: permit.name, savedAt: now }],
      unread: 1,
    }),
  'my without anything': (ctx) => myPage(ctx, { cases: [], drafts: [], unread: 0 }),
  'case under review': (ctx) => casePage(ctx, ownCase),
  'case to correct': (ctx) => casePage(ctx, caseToCorrect),
  'case of several offices': (ctx) => casePage(ctx, wholeCase),
  'case that owes': (ctx) => casePage(ctx, owingCase, 'supplied'),
  'case with a broken promise': (ctx) => casePage(ctx, brokenPromise),
  supply: (ctx) => supplyPage(ctx, supplyData),
  'supply with a refusal': (ctx) =>
    supplyPage(ctx, {
      ...supplyData,
      uploaded: { contract: [page] },
      refusals: { contract: '合同.exe：文件不是 JPG 图片。' },
      refusal: ctx.t('supply.nothing'),
    }),
  'case that is a part': (ctx) => casePage(ctx, partCase),
  'case concluded': (ctx) => casePage(ctx, concludedCase, 'corrected'),
  correction: (ctx) => correctionPage(ctx, correction),
  'correction half done': (ctx) =>
    correctionPage(ctx, {
      ...correction,
      uploaded: { contract: [page] },
      refusals: { 'safety-plan': ctx.t('correction.still-missing') },
    }),
  withdraw: (ctx) => withdrawPage(ctx, { view: ownCase, idempotencyKey: 'key', reason: '' }),
  'why this day': (ctx) => clockPage(ctx, explanation, [{ href: '/my', label: ctx.t('my.title') }]),
  inbox: (ctx) => inboxPage(ctx, notices),
  'inbox empty': (ctx) => inboxPage(ctx, []),
  track: (ctx) => trackPage(ctx, { number: '' }),
  'track with errors': (ctx) =>
    trackPage(ctx, {
      number: 'x',
      problems: [
        { text: ctx.t('track.unknown') },
        { field: 'password', text: ctx.t('track.password-missing') },
      ],
    }),
  tracking: (ctx) =>
    trackingPage(
      ctx,
      { ...tracking, clocks: [...clocks] },
      { number: tracking.number, password: receipt.queryPassword },
    ),
  'tracking a case of several offices': (ctx) =>
    trackingPage(
      ctx,
      { ...tracking, parts: wholeCase.parts?.map((part) => ({ ...part, canOpen: false })) ?? [] },
      { number: tracking.number, password: receipt.queryPassword },
    ),
  'certificate form': (ctx) => certificateForm(ctx, { number: '' }),
  'certificate unknown': (ctx) => certificateForm(ctx, { number: '123', isUnknown: true }),
  'certificate valid': (ctx) => certificatePage(ctx, certificate),
  'certificate revoked': (ctx) => certificatePage(ctx, { ...certificate, status: 'revoked' }),
  statistics: (ctx) => statisticsPage(ctx, statistics),
  ledger: (ctx) => ledgerPage(ctx, { roots, heads }),
  'ledger of a day': (ctx) => ledgerPage(ctx, { roots, heads, sought: soughtDay }),
  'ledger of a day without a root': (ctx) =>
    ledgerPage(ctx, { roots, heads, sought: { typed: '2026-11-15', day: '2026-11-15' } }),
  'ledger of no day': (ctx) => ledgerPage(ctx, { roots, heads, sought: { typed: 'x' } }),
  'ledger empty': (ctx) => ledgerPage(ctx, { roots: [], heads: [] }),
  'ledger receipt': (ctx) => ledgerReceiptPage(ctx, { number: '' }),
  verify: (ctx) => verifyPage(ctx, roots, heads),
  'demo messages': (ctx) => messagesPage(ctx, messages),
  'demo messages empty': (ctx) => messagesPage(ctx, []),
  'demo clock': demoClockPage,
  'error 404': (ctx) => errorPage(ctx, { status: 404 }),
  'error 403': (ctx) => errorPage(ctx, { status: 403 }),
  'error 429': (ctx) => errorPage(ctx, { status: 429, retryAfterSeconds: 540 }),
  'error 500': (ctx) => errorPage(ctx, { status: 500, incidentId: 'a1b2c3d4' }),
  'error 503': (ctx) => errorPage(ctx, { status: 503 }),
  'error 503 of a form': (ctx) => errorPage(ctx, { status: 503, isForm: true }),
  ...letterPageExamples,
  ...reviewPageExamples,
  accessibility: accessibilityPage,
  source: sourcePage,
};
