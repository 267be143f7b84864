/** One's own letter by number and query password, without an account. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { readCookie, setCookie } from '../cookies.ts';
import type { Html } from '../html.ts';
import type { LetterAccess, LetterServices } from '../letter-services.ts';
import type { PageContext } from '../page-context.ts';
import { clockPage } from '../pages/clock-page.ts';
import { keyDoor } from '../pages/letters/letter-door.ts';
import { letterPage } from '../pages/letters/letter-page.ts';
import { minePage } from '../pages/letters/mine-page.ts';
import type { TrackForm, TrackingKey } from '../pages/track-page.ts';
import { sendPage, visitorOf, type Portal } from '../portal.ts';
import { postedForm } from '../posted-form.ts';
import { notFound, refusalText } from '../refusal-answer.ts';
import { publicFileRoute, publicRoute } from '../route-config.ts';
import { sendFile } from '../send-file.ts';
import { PortalRefusal } from '../services.ts';
import { actOnLetter, type OpenLetter } from './act-on-letter.ts';
import { keyOf, missingIn, orRefusalOrUnknown } from './tracking-key.ts';

/** Of the letter that was confirmed last: who has two confirms each when they turn to it. */
const CONFIRMED_COOKIE = 'yc_letter';
/** As long as the server takes it. */
const CONFIRMED_SECONDS = 24 * 60 * 60;

export function addKeyLetterRoutes(
  app: FastifyInstance,
  portal: Portal,
  letters: LetterServices,
): void {
  addKeyRoutes(app, portal, letters);
  addKeyFiles(app, letters);
}

function addKeyRoutes(app: FastifyInstance, portal: Portal, letters: LetterServices): void {
  app.get('/letters/mine', publicRoute, async (request, reply) =>
    sendPage(reply, minePage(await portal.context(request), { number: '' })),
  );

  app.post('/letters/mine', publicRoute, async (request, reply) => {
    const open = await openByKey(portal, letters, request, reply);
    if (open === undefined) return reply;
    return sendPage(reply, letterPage(open.ctx, { ...open, key: randomUUID() }));
  });

  app.post('/letters/mine/act', publicRoute, async (request, reply) => {
    const open = await openByKey(portal, letters, request, reply);
    if (open === undefined) return reply;
    const acted = await actOnLetter(letters, open, postedForm(request), reply);
    const { done, confirmation } = acted;
    if (done === undefined) return reply;
    if (confirmation !== undefined) {
      const options = { isSecure: portal.isSecure, maxAgeSeconds: CONFIRMED_SECONDS };
      setCookie(reply, CONFIRMED_COOKIE, confirmation, options);
    }
    const access = { ...open.access, ...(confirmation === undefined ? {} : { confirmation }) };
    const view = (await letters.openLetter(access, open.ctx.locale)) ?? notFound();
    return sendPage(reply, letterPage(open.ctx, { ...open, view, key: randomUUID(), done }));
  });

  app.post('/letters/mine/why', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request, '/letters/mine');
    const { number, password } = keyOf(request);
    const clockId = postedForm(request).text('clockId');
    const explanation = await portal.services.explainTrackedClock(
      number,
      password,
      clockId,
      visitorOf(request),
      ctx.locale,
    );
    const crumbs = [{ href: '/letters/mine', label: ctx.t('mine.title') }];
    return sendPage(reply, clockPage(ctx, explanation, crumbs));
  });
}

function addKeyFiles(app: FastifyInstance, letters: LetterServices): void {
  const download = (
    path: string,
    find: 'letterFile' | 'letterDocument',
    field: 'sha256' | 'documentId',
  ) =>
    app.post(path, publicFileRoute, async (request, reply) => {
      const access = accessBy(keyOf(request), request);
      const file = await letters[find](access, postedForm(request).text(field));
      return sendFile(reply, file ?? notFound(), 'inline');
    });
  download('/letters/mine/file', 'letterFile', 'sha256');
  download('/letters/mine/document', 'letterDocument', 'documentId');
}

/** Undefined when the form was sent again: a wrong number and a wrong password look the same. */
async function openByKey(
  portal: Portal,
  letters: LetterServices,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<OpenLetter | undefined> {
  const ctx = await portal.context(request, '/letters/mine');
  const key = keyOf(request);
  const problems = missingIn(ctx, key);
  if (problems !== undefined) return refuse(reply, ctx, { number: key.number, problems }, 422);
  const access = accessBy(key, request);
  const view = await orRefusalOrUnknown(letters.openLetter(access, ctx.locale));
  if (view instanceof PortalRefusal) {
    const text = view.status === 404 ? ctx.t('track.unknown') : refusalText(ctx, view);
    return refuse(reply, ctx, { number: key.number, problems: [{ text }] }, view.status);
  }
  if (view === undefined) {
    const text = ctx.t('track.unknown');
    return refuse(reply, ctx, { number: key.number, problems: [{ text }] }, 404);
  }
  return { ctx, access, view, door: keyDoor(ctx, key) };
}

function accessBy(key: TrackingKey, request: FastifyRequest): LetterAccess {
  const confirmation = readCookie(request, CONFIRMED_COOKIE);
  return { ...key, confirmation, visitor: visitorOf(request) };
}

function refuse(reply: FastifyReply, ctx: PageContext, form: TrackForm, status: number): undefined {
  sendPage(reply, minePage(ctx, form), status);
}

/** For the page of any case: a letter that was looked for there; undefined for what is none. */
export async function letterByKey(
  letters: LetterServices,
  ctx: PageContext,
  key: TrackingKey,
  request: FastifyRequest,
): Promise<Html | undefined> {
  const access = accessBy(key, request);
  const view = await orRefusalOrUnknown(letters.openLetter(access, ctx.locale));
  if (view === undefined || view instanceof PortalRefusal) return undefined;
  return letterPage(ctx, { view, door: keyDoor(ctx, key), key: randomUUID() });
}
