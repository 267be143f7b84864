/** Reviews in their named states, for the pages and the services in memory. */
import type { PublicReviews, ReviewBody, ReviewForm } from '@yichuang/contracts';
import { instant } from '@yichuang/kernel/time';
import type { Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { codePage } from '../pages/reviews/code-page.ts';
import { reviewEndPage } from '../pages/reviews/review-end-page.ts';
import { reviewPage } from '../pages/reviews/review-page.ts';
import { reviewsPage } from '../pages/reviews/reviews-page.ts';
import { screenPage } from '../pages/reviews/screen-page.ts';
import { emptyReview } from '../review-draft.ts';
import type { Reviewer, ReviewServices } from '../review-services.ts';

export const reviewToken = 'a'.repeat(40);
export const screenToken = 'b'.repeat(40);
export const againToken = 'c'.repeat(40);

export const reviewAsked: ReviewForm = {
  subject: 'case',
  round: 1,
  itemName: '个体工商户设立登记',
  orgName: '云溪县市场监督管理局',
  servedOn: '2026-11-20',
  expiresAt: instant('2026-12-20T16:00:00.000Z'),
  isUsed: false,
  isExpired: false,
  reasons: [
    { code: 'quick', name: '办得快', levels: [1, 2, 3] },
    { code: 'kind-staff', name: '服务热情、态度好', levels: [1, 2, 3] },
    { code: 'late', name: '没有在承诺的期限内办结', levels: [4, 5] },
    { code: 'attitude', name: '服务态度生硬', levels: [4, 5] },
  ],
  isKnown: false,
};

const counts = {
  levels: [120, 40, 12, 6, 3],
  total: 181,
  notCounted: 1,
  good: 172,
  bad: 9,
  goodRate: 0.9503,
  badRate: 0.0497,
};
const fewCounts = { levels: [], total: 0, notCounted: 0, good: 0, bad: 0 };
const rest = {
  from: '2026-01-01',
  until: '2026-12-31',
  served: 640,
  reviewedServices: 181,
  activeRate: 0.2828,
  namedBad: 5,
  contacted: 5,
  contactedInTime: 5,
  contactRate: 1,
  mendDue: 8,
  mendedInTime: 7,
  mendRate: 0.875,
  calledBack: 5,
  callBackRate: 1,
  replied: 8,
  replyRate: 0.8889,
  secondRatings: 4,
  secondGood: 3,
  channels: [{ channel: 'qr' as const, count: 90 }],
};

export const publicExample: PublicReviews = {
  report: {
    figures: { ...rest, ...counts },
    formulas: { goodRate: '好评率 =（非常满意 + 满意 + 基本满意）÷ 有效评价' },
    items: [{ key: 'x', name: '个体工商户设立登记', ...counts }],
    windows: [{ key: 'w', name: '云溪县行政审批服务中心综合受理窗口', ...counts }],
    people: [{ key: 'general-counter-1', name: '综合受理窗口工作人员1号', ...counts }],
  },
  published: [
    {
      reviewId: '1',
      month: '2026-10',
      level: 5,
      itemName: '个体工商户设立登记',
      orgName: '云溪县市场监督管理局',
      reasons: ['没有在承诺的期限内办结'],
      comment: '说好当天办完，跑了三次。',
      reply: '已向您致歉；窗口实行一次告知清单，缺什么当场写明。',
      secondLevel: 2,
    },
  ],
};

const nothingYet: PublicReviews = {
  report: {
    figures: { ...rest, ...fewCounts, levels: [0, 0, 0, 0, 0] },
    formulas: {},
    items: [],
    windows: [],
    people: [],
  },
  published: [],
};

export interface ReviewRecord {
  readonly given: { readonly body: ReviewBody; readonly reviewer: Reviewer }[];
}

/** In memory: the token is used once. */
export function exampleReviews(): ReviewServices & { readonly record: ReviewRecord } {
  const record: ReviewRecord = { given: [] };
  return {
    record,
    async reviewForm(token) {
      if (token === againToken) return { ...reviewAsked, subject: 'visit', round: 2, closed };
      if (token !== reviewToken) return undefined;
      return { ...reviewAsked, isUsed: record.given.length > 0 };
    },
    async writeReview(_token, body, reviewer) {
      record.given.push({ body, reviewer });
      const { level, isNamed = false } = body;
      const isAtWindow = reviewer.screenId !== undefined || body.via === 'qr';
      const rest = isAtWindow ? { again } : {};
      return { reviewId: '1', level, isBad: level >= 4, isNamed, ...rest };
    },
    tokenOfCode: async () => reviewToken,
    async screenNow(token) {
      if (token !== screenToken) return undefined;
      const now = { screenId: 's', orgName: '综合受理窗口' };
      return record.given.length > 0 ? now : { ...now, token: reviewToken };
    },
    reviewOfCase: async () => reviewToken,
    publicReviews: async () => publicExample,
  };
}

/** A picture of its size; the server draws the real one. */
const qrCode =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>';
const again = { token: againToken, code: 'K7M2P-9QX4R', qrCode };
const closed = { because: 'being-mended', code: again.code, openDays: 30 } as const;

const screen = { path: `/review/screen/${screenToken}`, orgName: '综合受理窗口' };
const data = { token: reviewToken, form: reviewAsked, draft: emptyReview };

export const reviewPageExamples: Readonly<Record<string, (ctx: PageContext) => Html>> = {
  review: (ctx) => reviewPage(ctx, data),
  'review of a bad service': (ctx) =>
    reviewPage(ctx, {
      ...data,
      draft: { ...emptyReview, level: 5, reasons: ['late'], isNamed: true, phone: '123' },
      problems: [{ field: 'phone', text: '愿意接受回访的，需要留下手机号码。' }],
    }),
  'review without a level': (ctx) =>
    reviewPage(ctx, { ...data, problems: [{ field: 'level', text: '请选择满意度' }] }),
  'review again': (ctx) =>
    reviewPage(ctx, {
      ...data,
      form: {
        ...reviewAsked,
        round: 2,
        firstLevel: 5,
        reply: '已向您致歉；窗口实行一次告知清单。',
        isKnown: true,
      },
    }),
  'review given': (ctx) => reviewEndPage(ctx, 'thanks-bad-named'),
  'review given at a window': (ctx) => reviewEndPage(ctx, 'thanks-bad-visit', closed),
  'review being mended': (ctx) => reviewEndPage(ctx, 'being-mended', closed),
  'review not counted': (ctx) => reviewEndPage(ctx, 'not-counted'),
  'review too late': (ctx) => reviewEndPage(ctx, 'expired'),
  'review code': (ctx) => codePage(ctx, { code: '' }),
  'review code unknown': (ctx) => codePage(ctx, { code: 'ABC', error: '没有这个评价码。' }),
  reviews: (ctx) => reviewsPage(ctx, publicExample),
  'reviews before the first': (ctx) => reviewsPage(ctx, nothingYet),
  'window screen asking': (ctx) => screenPage(ctx, { ...screen, state: 'asking' }),
  'window screen idle': (ctx) => screenPage(ctx, { ...screen, state: 'idle' }),
  'window screen thanks': (ctx) => screenPage(ctx, { ...screen, state: 'thanks', again }),
  'window screen of staff': (ctx) => screenPage(ctx, { ...screen, state: 'staff' }),
};
