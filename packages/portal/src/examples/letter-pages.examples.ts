/** The letters' pages in their named states. */
import type { Html } from '../html.ts';
import { emptyLetter, type LetterDraft } from '../letter-draft.ts';
import type { PageContext } from '../page-context.ts';
import { checkLetterPage } from '../pages/letters/check-letter-page.ts';
import { figuresPage } from '../pages/letters/figures-page.ts';
import { keyDoor, residentDoor } from '../pages/letters/letter-door.ts';
import { letterPage } from '../pages/letters/letter-page.ts';
import { letterReceiptPage } from '../pages/letters/letter-receipt-page.ts';
import { lettersPage } from '../pages/letters/letters-page.ts';
import { minePage } from '../pages/letters/mine-page.ts';
import { publishedLetterPage } from '../pages/letters/published-letter-page.ts';
import { questionsPage } from '../pages/letters/questions-page.ts';
import { senderPage } from '../pages/letters/sender-page.ts';
import { writePage } from '../pages/letters/write-page.ts';
import {
  advice,
  answeredLetter,
  answeredPublished,
  divisions,
  letterBody,
  letterReceipt,
  letterUnits as units,
  letterView,
  noAdvice,
  openPublished,
  publishedRows,
  ranking,
  statistics,
  ways,
} from './letters.examples.ts';

const photo = { sha256: 'a'.repeat(64), name: '路灯.jpg', mediaType: 'image/jpeg', bytes: 81_234 };
const said: LetterDraft = { ...emptyLetter({ body: letterBody }), token: 'token' };
const complaint: LetterDraft = {
  ...said,
  values: {
    ...said.values,
    title: letterView.title,
    itemCode: 'wz-complaint',
    division: 'yunxi/lp/03',
    place: '村口到小学',
    wantsPublic: 'yes',
    manner: 'quick',
    senderPhone: '13800138000',
  },
  pages: [photo],
};
const report: LetterDraft = {
  ...complaint,
  values: { ...complaint.values, itemCode: 'wz-report', accusedOrg: 'yunxi/zfj' },
  pages: [],
};
const way = (code: string) => {
  const found = ways.find(({ itemCode }) => itemCode === code);
  if (found === undefined) throw new Error(`no way ${code}`);
  return found;
};
const material = {
  id: 'attachments',
  name: '照片、视频和其他材料',
  upload: {
    accept: ['image/jpeg', 'image/png', 'application/pdf', 'video/mp4'],
    maxBytes: 52_428_800,
    maxPages: 20,
  },
};
const questions = { ways, divisions, units, advice, material, problems: {} };
const check = { divisions, units, advice: noAdvice, idempotencyKey: 'key' };
const key = { number: letterReceipt.number, password: letterReceipt.password };
const list = { query: {}, units, divisions };

export const letterPageExamples: Readonly<Record<string, (ctx: PageContext) => Html>> = {
  'write a letter': (ctx) => writePage(ctx, { draft: emptyLetter(), problems: {} }),
  'write a letter with an error': (ctx) =>
    writePage(ctx, {
      draft: { ...said, values: { body: '<b>' } },
      problems: { body: ctx.t('write.body-short') },
      way: way('wz-report'),
    }),
  'letter questions': (ctx) =>
    questionsPage(ctx, {
      ...questions,
      draft: { ...said, values: { ...said.values, title: letterView.title } },
    }),
  'letter questions of a report': (ctx) =>
    questionsPage(ctx, { ...questions, advice: noAdvice, draft: report }),
  'letter questions with errors': (ctx) =>
    questionsPage(ctx, {
      ...questions,
      draft: { ...said, pages: [photo] },
      problems: {
        title: ctx.t('write.title-length', { least: 2, most: 60 }),
        itemCode: ctx.t('write.kind-missing'),
      },
      advice: undefined,
      uploadError: '程序.exe：文件不是照片。',
    }),
  'letter sender': (ctx) =>
    senderPage(ctx, {
      draft: said,
      problems: {},
      way: way('wz-complaint'),
      offered: ['sms', 'mail'],
    }),
  'letter sender with errors': (ctx) =>
    senderPage(ctx, {
      offered: ['sms'],
      draft: {
        ...complaint,
        values: { ...complaint.values, people: '很多', representatives: '13800138000' },
      },
      problems: {
        senderPhone: ctx.t('login.phone-wrong'),
        people: ctx.t('write.people-wrong'),
        representatives: ctx.t('write.representative-name'),
      },
      way: way('xf-petition'),
    }),
  'letter check': (ctx) =>
    checkLetterPage(ctx, { ...check, draft: complaint, way: way('wz-complaint'), advice }),
  'letter check of a report': (ctx) =>
    checkLetterPage(ctx, {
      ...check,
      draft: report,
      way: way('wz-report'),
      refusal: '现在不能寄出。请稍后再试。',
    }),
  'letter receipt': (ctx) => letterReceiptPage(ctx, { receipt: letterReceipt, isQuick: true }),
  'letter receipt of a resident': (ctx) =>
    letterReceiptPage(ctx, { receipt: letterReceipt, isQuick: false }),
  'letters mine': (ctx) => minePage(ctx, { number: '' }),
  'letters mine with an error': (ctx) =>
    minePage(ctx, { number: 'x', problems: [{ text: ctx.t('track.unknown') }] }),
  'letter being handled': (ctx) =>
    letterPage(ctx, { view: letterView, door: residentDoor(ctx, 'letter-1'), key: 'key' }),
  'letter answered': (ctx) =>
    letterPage(ctx, {
      view: answeredLetter,
      door: keyDoor(ctx, key),
      key: 'key',
      done: 'SendLetterMessage',
    }),
  'letter rating refused': (ctx) =>
    letterPage(ctx, {
      view: { ...answeredLetter, isConfidential: true },
      door: residentDoor(ctx, 'letter-1'),
      key: 'key',
      refused: {
        act: 'RateAnswer',
        problem: { field: 'comment', text: ctx.t('mine.comment-missing') },
        typed: { office: 'satisfied', handler: 'dissatisfied' },
      },
    }),
  letters: (ctx) =>
    lettersPage(ctx, { ...list, page: { rows: [...publishedRows], nextCursor: 'next' } }),
  'letters filtered': (ctx) =>
    lettersPage(ctx, {
      ...list,
      query: { q: '<b>路灯</b>', state: 'answered', kind: 'complaint', cursor: 'c' },
      page: { rows: [] },
    }),
  'letters none': (ctx) => lettersPage(ctx, { ...list, page: { rows: [] } }),
  'published letter': (ctx) => publishedLetterPage(ctx, { letter: openPublished }),
  'published letter answered': (ctx) =>
    publishedLetterPage(ctx, { letter: answeredPublished, isCommentSent: true }),
  'published letter with an error': (ctx) =>
    publishedLetterPage(ctx, {
      letter: openPublished,
      comment: { text: '<b>', error: ctx.t('mine.words-missing') },
    }),
  'letter figures': (ctx) => figuresPage(ctx, { statistics, ranking }),
  'letter figures on the first day': (ctx) =>
    figuresPage(ctx, {
      statistics: {
        from: '2026-11-22',
        until: '2026-11-22',
        received: 0,
        answered: 0,
        byKind: [],
        byCategory: [],
        byDivision: [],
        byChannel: [],
        byWeek: [],
      },
      ranking: { ...ranking, units: [] },
    }),
};
