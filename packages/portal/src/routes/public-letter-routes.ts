/** Letters that anybody may read, and what residents say to them. */
import type { PublishedQuery } from '@yichuang/contracts';
import type { FastifyInstance } from 'fastify';
import { residentOf } from '../gate.ts';
import type { LetterServices } from '../letter-services.ts';
import { figuresPage } from '../pages/letters/figures-page.ts';
import { lettersFeed } from '../pages/letters/letters-feed.ts';
import { letterKinds, lettersPage, letterStates } from '../pages/letters/letters-page.ts';
import { publishedLetterPage } from '../pages/letters/published-letter-page.ts';
import { sendPage, type Portal } from '../portal.ts';
import { postedForm } from '../posted-form.ts';
import { notFound, orRefusal, refusalText } from '../refusal-answer.ts';
import { publicRoute, residentRoute } from '../route-config.ts';
import { PortalRefusal } from '../services.ts';

interface NumberRoute {
  readonly Params: { readonly number: string };
}

interface Query {
  readonly [name: string]: string | undefined;
}

export function addPublicLetterRoutes(
  app: FastifyInstance,
  portal: Portal,
  letters: LetterServices,
): void {
  app.get<{ Querystring: Query }>('/letters', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    const query = publishedQuery(request.query);
    const [page, units, divisions] = await Promise.all([
      letters.publishedLetters(query, ctx.locale),
      letters.letterUnits(),
      letters.divisions(),
    ]);
    return sendPage(reply, lettersPage(ctx, { query, page, units, divisions }));
  });

  app.get('/letters/figures', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    const [statistics, ranking] = await Promise.all([
      letters.letterStatistics(ctx.locale),
      letters.letterRanking(ctx.locale),
    ]);
    return sendPage(reply, figuresPage(ctx, { statistics, ranking }));
  });

  app.get('/letters/feed.xml', publicRoute, async (request, reply) => {
    const ctx = portal.strangerContext(request);
    const { rows } = await letters.publishedLetters({}, ctx.locale);
    return reply
      .type('application/atom+xml; charset=utf-8')
      .header('cache-control', 'public, max-age=600')
      .header('vary', 'accept-language, cookie')
      .send(lettersFeed(ctx, rows).text);
  });

  addOneLetterRoutes(app, portal, letters);
}

function addOneLetterRoutes(app: FastifyInstance, portal: Portal, letters: LetterServices): void {
  app.get<NumberRoute & { Querystring: { said?: string } }>(
    '/letters/:number',
    publicRoute,
    async (request, reply) => {
      const ctx = await portal.context(request);
      const { number } = request.params;
      const letter = await letters.publishedLetter(number, ctx.session?.personId, ctx.locale);
      const isCommentSent = request.query.said === 'comment';
      return sendPage(
        reply,
        publishedLetterPage(ctx, { letter: letter ?? notFound(), isCommentSent }),
      );
    },
  );

  app.post<NumberRoute>('/letters/:number/voice', residentRoute, async (request, reply) => {
    const { number } = request.params;
    const path = letterPath(number);
    const ctx = await residentOf(portal, request, reply, path);
    if (ctx === undefined) return reply;
    const kind = postedForm(request).text('kind') === 'like' ? 'like' : 'me-too';
    await letters.voiceLetter(ctx.session.personId, number, kind);
    return reply.redirect(path, 303);
  });

  app.post<NumberRoute>('/letters/:number/comments', residentRoute, async (request, reply) => {
    const { number } = request.params;
    const path = letterPath(number);
    const ctx = await residentOf(portal, request, reply, path);
    if (ctx === undefined) return reply;
    const { personId } = ctx.session;
    const text = postedForm(request).text('comment');
    const said =
      text === ''
        ? ctx.t('mine.words-missing')
        : await orRefusal(letters.commentLetter(personId, number, text));
    if (said === undefined) return reply.redirect(`${path}?said=comment`, 303);
    const error = said instanceof PortalRefusal ? refusalText(ctx, said) : said;
    const letter = (await letters.publishedLetter(number, personId, ctx.locale)) ?? notFound();
    const page = publishedLetterPage(ctx, { letter, comment: { text, error } });
    return sendPage(reply, page, said instanceof PortalRefusal ? said.status : 422);
  });
}

function letterPath(number: string): string {
  return `/letters/${encodeURIComponent(number)}`;
}

/** What is not understood in an address is left out: an old link still finds something. */
function publishedQuery(raw: Query): PublishedQuery {
  const text = (name: string, maxLength: number) => {
    const given: unknown = raw[name]; // a list, when the name stands twice in the address
    const value = typeof given === 'string' ? given.trim().slice(0, maxLength) : '';
    return value === '' ? {} : { [name]: value };
  };
  const kind = letterKinds.find((each) => each === raw['kind']);
  const state = letterStates.find((each) => each === raw['state']);
  return {
    ...text('q', 100),
    ...(kind === undefined ? {} : { kind }),
    ...text('unitId', 100),
    ...text('divisionId', 100),
    ...(state === undefined ? {} : { state }),
    ...text('cursor', 400),
  };
}
