import type { ItemQuery } from '@yichuang/contracts';
import { stepsOf } from '@yichuang/kernel/flow';
import type { FastifyInstance } from 'fastify';
import { localPath } from '../carry.ts';
import { setCookie } from '../cookies.ts';
import { accessibilityPage, sourcePage } from '../pages/about-pages.ts';
import { homePage } from '../pages/home-page.ts';
import { itemPage } from '../pages/item-page.ts';
import { itemsPage } from '../pages/items-page.ts';
import { cookieNames, sendPage, type Portal } from '../portal.ts';
import { notFound } from '../refusal-answer.ts';
import { publicFileRoute, publicRoute } from '../route-config.ts';
import { sendFile } from '../send-file.ts';

const pageSize = 20;
const yearSeconds = 366 * 24 * 3600;

interface Query {
  readonly [name: string]: string | undefined;
}

export function addCatalogueRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;

  app.get('/', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    const [record, lifeEvents, lettersAnswered] = await Promise.all([
      services.liveRecord(),
      services.lifeEvents(),
      portal.lettersAnswered(ctx.locale),
    ]);
    return sendPage(reply, homePage(ctx, { record, lifeEvents, lettersAnswered }));
  });

  app.get<{ Querystring: Query }>('/items', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    const query = itemQuery(request.query);
    const [page, themes, departments, suggestions] = await Promise.all([
      services.findItems({ ...query, limit: pageSize }),
      services.themes(),
      services.departments(),
      services.lifeEvents(),
    ]);
    const data = { query, page, themes, departments, suggestions };
    return sendPage(reply, itemsPage(ctx, data));
  });

  app.get<{ Params: { code: string } }>('/items/:code', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    const item = (await services.findItem(request.params.code)) ?? notFound();
    const ruleIds = [item.statutoryLimit, item.committedLimit].flatMap((limit) =>
      limit === undefined ? [] : [limit.ruleId],
    );
    const posts = item.flow === undefined ? [] : stepsOf(item.flow).flatMap((step) => step.posts);
    const [orgName, rules, record, postNames] = await Promise.all([
      services.orgName(item.orgId),
      services.limitRules([...new Set(ruleIds)]),
      services.itemRecord(item.code),
      services.postNames([...new Set(posts)]),
    ]);
    const bundleId = services.bundleOf(item.code);
    return sendPage(reply, itemPage(ctx, { item, orgName, rules, record, postNames, bundleId }));
  });

  app.get<{ Params: { code: string; file: string } }>(
    '/items/:code/files/:file',
    publicFileRoute,
    async (request, reply) => {
      const { code, file } = request.params;
      const found = (await services.itemFile(code, file)) ?? notFound();
      return sendFile(reply, found, 'inline');
    },
  );

  addSiteRoutes(app, portal);
}

function addSiteRoutes(app: FastifyInstance, portal: Portal): void {
  /** Language and size are links, so that they work anywhere; they come back to the same page. */
  app.get<{ Querystring: Query }>('/preferences', publicRoute, async (request, reply) => {
    const { lang, elder, back } = request.query;
    const options = { isSecure: portal.isSecure, maxAgeSeconds: yearSeconds };
    if (lang === 'en' || lang === 'zh-CN') setCookie(reply, cookieNames.language, lang, options);
    if (elder === '1' || elder === '0') setCookie(reply, cookieNames.elder, elder, options);
    return reply.redirect(localPath(back, '/'), 303);
  });

  app.get('/accessibility', publicRoute, async (request, reply) =>
    sendPage(reply, accessibilityPage(await portal.context(request))),
  );

  app.get('/source', publicRoute, async (request, reply) =>
    sendPage(reply, sourcePage(await portal.context(request))),
  );
}

/** What is not understood in an address is left out: an old link still finds something. */
function itemQuery(raw: Query): ItemQuery {
  const text = (name: string, maxLength: number) => {
    const given: unknown = raw[name]; // a list, when the name stands twice in the address
    const value = typeof given === 'string' ? given.trim().slice(0, maxLength) : '';
    return value === '' ? {} : { [name]: value };
  };
  const { audience, onlineOnly } = raw;
  return {
    ...text('q', 100),
    ...(audience === 'person' || audience === 'enterprise' ? { audience } : {}),
    ...text('theme', 64),
    ...text('orgId', 100),
    ...(onlineOnly === 'true' ? { onlineOnly: true } : {}),
    ...text('cursor', 400),
  };
}
