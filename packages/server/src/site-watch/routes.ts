import { Type } from '@sinclair/typebox';
import { SiteWatch } from '@yichuang/contracts';
import type { App } from '../platform/http/index.ts';
import type { SiteWatchDeps } from './site-watch-deps.ts';
import { readSiteWatch } from './watch-site.ts';

export const SITE_PROBE = 'site-probe';
export const SITE_LOOK = 'site-look';

/** GET /api/site-watch, and to look now instead of tonight. */
export function siteWatchRoutes(app: App, deps: SiteWatchDeps): void {
  const config = { right: { action: 'supervision:read' } } as const;
  app.get('/api/site-watch', { config, schema: { response: { 200: SiteWatch } } }, () =>
    readSiteWatch(deps),
  );
  app.post(
    '/api/site-watch/looks',
    {
      config: { right: { action: 'supervision:act' } },
      schema: { response: { 202: Type.Object({ isQueued: Type.Boolean() }) } },
    },
    async (_request, reply) => {
      const { db, jobs, tenantId } = deps;
      await db.tx(async (tx) => {
        await jobs.enqueueInTx(tx, SITE_PROBE, { tenantId }, { key: `${SITE_PROBE}:now` });
        await jobs.enqueueInTx(tx, SITE_LOOK, { tenantId }, { key: `${SITE_LOOK}:now` });
      });
      jobs.wake();
      return reply.status(202).send({ isQueued: true });
    },
  );
}
