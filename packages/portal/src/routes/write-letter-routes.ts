/** Writing in: say it, a few short questions, who one is, a look at the whole, sent. */
import type { LetterAdvice, LetterWay } from '@yichuang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { html, type Html } from '../html.ts';
import { emptyLetter, filingBody, readLetter, valueOf, type LetterDraft } from '../letter-draft.ts';
import {
  letterSteps,
  longest,
  problemsOf,
  wayOf,
  type LetterProblems,
  type LetterStep,
} from '../letter-problems.ts';
import type { LetterServices } from '../letter-services.ts';
import { proposedTitle } from '../letter-title.ts';
import type { PageContext } from '../page-context.ts';
import { adviceParts } from '../pages/letters/advice-parts.ts';
import { checkLetterPage } from '../pages/letters/check-letter-page.ts';
import { letterReceiptPage } from '../pages/letters/letter-receipt-page.ts';
import { questionsPage } from '../pages/letters/questions-page.ts';
import { senderPage } from '../pages/letters/sender-page.ts';
import { writePage } from '../pages/letters/write-page.ts';
import { loginPage } from '../pages/login-page.ts';
import { sendPage, visitorOf, type Portal } from '../portal.ts';
import { keyIn, postedForm, type PostedForm } from '../posted-form.ts';
import { orRefusal, refusalText } from '../refusal-answer.ts';
import { publicRoute } from '../route-config.ts';
import { PortalRefusal } from '../services.ts';
import { readPostedLetter } from './posted-letter.ts';

const writePath = '/letters/write';

/** One request about one letter that is being written. */
interface Writing {
  readonly letters: LetterServices;
  readonly ctx: PageContext;
  readonly request: FastifyRequest;
  readonly ways: readonly LetterWay[];
  readonly draft: LetterDraft;
  readonly uploadError: string;
}

/** A page to show; 422 where it was shown because something is missing. */
interface Shown {
  readonly step: LetterStep;
  readonly problems: LetterProblems;
}

export function addWriteLetterRoutes(
  app: FastifyInstance,
  portal: Portal,
  letters: LetterServices,
): void {
  app.get<{ Querystring: { kind?: string } }>(writePath, publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    const ways = await letters.letterWays(ctx.locale);
    const way = ways.find(({ itemCode }) => itemCode === request.query.kind);
    const draft = emptyLetter(way === undefined ? {} : { itemCode: way.itemCode });
    return sendPage(reply, writePage(ctx, { draft, problems: {}, way }));
  });

  app.post(writePath, publicRoute, async (request, reply) => {
    const { form, writing } = await openWriting(portal, letters, request);
    const shown = nextPage(form, writing);
    if (shown.step === 'check' && mustLogIn(writing)) return logInFirst(reply, form, writing);
    const isBad = Object.keys(shown.problems).length > 0 || writing.uploadError !== '';
    return sendPage(reply, await pageOf(writing, shown), isBad ? 422 : 200);
  });

  app.post(`${writePath}/send`, publicRoute, async (request, reply) => {
    const { form, writing } = await openWriting(portal, letters, request);
    return send(reply, form, writing);
  });

  /** A part of a page, for the script, in the page's own words. */
  app.post(`${writePath}/advice`, publicRoute, async (request, reply) => {
    const ctx = await portal.context(request, writePath);
    const draft = readLetter(postedForm(request));
    const advice = await adviceFor({ letters, ctx, request, draft });
    return sendPage(reply, html`${adviceParts(ctx, advice)}`);
  });
}

async function openWriting(portal: Portal, letters: LetterServices, request: FastifyRequest) {
  const ctx = await portal.context(request, writePath);
  const [posted, ways] = await Promise.all([
    readPostedLetter(letters, ctx, request),
    letters.letterWays(ctx.locale),
  ]);
  const { form, draft, uploadError } = posted;
  return { form, writing: { letters, ctx, request, ways, draft, uploadError } };
}

/** Where the reader wants to go, or the first page on the way there that lacks something. */
function nextPage(form: PostedForm, writing: Writing): Shown {
  if (form.has('drop') || writing.uploadError !== '') return { step: 'questions', problems: {} };
  const wanted = letterSteps.find((step) => step === form.text('to')) ?? 'say';
  return firstLacking(writing, wanted) ?? { step: wanted, problems: {} };
}

function firstLacking({ ctx, draft, ways }: Writing, wanted: LetterStep): Shown | undefined {
  const before = letterSteps.slice(0, letterSteps.indexOf(wanted));
  return before
    .map((step) => ({ step, problems: problemsOf(ctx, step, draft, ways) }))
    .find(({ problems }) => Object.keys(problems).length > 0);
}

function mustLogIn({ ctx, draft }: Writing): boolean {
  return valueOf(draft, 'manner') === 'account' && ctx.session === undefined;
}

/** The whole letter goes through the log-in and comes back to the check page. */
function logInFirst(reply: FastifyReply, form: PostedForm, { ctx }: Writing): FastifyReply {
  const fields = [...form.pairs.filter(([name]) => name !== 'to'), ['to', 'check'] as const];
  const carry = { action: writePath, fields };
  return sendPage(reply, loginPage(ctx, { next: writePath, carry }), 401);
}

async function pageOf(writing: Writing, { step, problems }: Shown): Promise<Html> {
  const { ctx, ways, letters } = writing;
  const title = valueOf(writing.draft, 'title') || proposedTitle(valueOf(writing.draft, 'body'));
  const draft = { ...writing.draft, values: { ...writing.draft.values, title } };
  const way = wayOf(draft, ways);
  switch (step) {
    case 'say':
      return writePage(ctx, { draft: writing.draft, problems, way });
    case 'questions':
      return questionsPage(ctx, { draft, problems, ways, ...(await questionData(writing)) });
    case 'sender': {
      const offered = await letters.noticeChannels();
      return senderPage(ctx, { draft, problems, way, offered });
    }
    case 'check':
      return checkPage(writing);
  }
}

async function questionData(writing: Writing) {
  const { letters, ctx, ways, draft, uploadError } = writing;
  const itemCode = (wayOf(draft, ways) ?? ways[0])?.itemCode ?? '';
  const [divisions, units, advice, material] = await Promise.all([
    letters.divisions(),
    letters.letterUnits(),
    adviceFor(writing),
    letters.letterAttachments(itemCode),
  ]);
  return {
    divisions,
    units,
    advice,
    material: material ?? { id: 'attachments', name: ctx.t('write.photos') },
    ...(uploadError === '' ? {} : { uploadError }),
  };
}

/** Nothing is proposed of a few words, and a refusal (too many requests) stops no letter. */
async function adviceFor({
  letters,
  ctx,
  request,
  draft,
}: Pick<Writing, 'letters' | 'ctx' | 'request' | 'draft'>): Promise<LetterAdvice | undefined> {
  const body = valueOf(draft, 'body').slice(0, longest.body);
  if (body.length < shortestForAdvice) return undefined;
  const division = valueOf(draft, 'division');
  const itemCode = valueOf(draft, 'itemCode');
  const asked = {
    title: valueOf(draft, 'title').slice(0, 200),
    body,
    ...(division === '' ? {} : { division }),
    ...(itemCode === '' ? {} : { itemCode }),
  };
  const visitor = visitorOf(request);
  const advice = await orRefusal(
    letters.letterAdvice(asked, ctx.session?.personId, visitor, ctx.locale),
  );
  return advice instanceof PortalRefusal ? undefined : advice;
}

/** In characters. */
const shortestForAdvice = 6;

async function checkPage(writing: Writing, refusal?: string): Promise<Html> {
  const { letters, ctx, ways, draft } = writing;
  const way = wayOf(draft, ways);
  if (way === undefined) throw new Error('the check page comes after the choice of a way');
  const [divisions, units, advice] = await Promise.all([
    letters.divisions(),
    letters.letterUnits(),
    adviceFor(writing),
  ]);
  const idempotencyKey = randomUUID();
  return checkLetterPage(ctx, { draft, way, divisions, units, advice, idempotencyKey, refusal });
}

async function send(reply: FastifyReply, form: PostedForm, writing: Writing) {
  const { letters, ctx, request, draft, ways } = writing;
  const lacking = firstLacking(writing, 'check');
  if (lacking !== undefined) return sendPage(reply, await pageOf(writing, lacking), 422);
  if (mustLogIn(writing)) return logInFirst(reply, form, writing);
  const way = wayOf(draft, ways);
  if (way === undefined) throw new Error('a letter without a way lacks something');
  const isQuick = valueOf(draft, 'manner') === 'quick';
  const writer = {
    personId: isQuick ? undefined : ctx.session?.personId,
    visitor: visitorOf(request),
    token: draft.token,
  };
  const key = keyIn(form.text('key'));
  const receipt = await orRefusal(
    letters.fileLetter(writer, filingBody(draft, way), key, ctx.locale),
  );
  if (receipt instanceof PortalRefusal) {
    const page = await checkPage(writing, refusalText(ctx, receipt));
    return sendPage(reply, page, receipt.status);
  }
  return sendPage(reply, letterReceiptPage(ctx, { receipt, isQuick }));
}
