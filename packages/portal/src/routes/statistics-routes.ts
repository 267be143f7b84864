import type { FastifyInstance } from 'fastify';
import { statisticsPage } from '../pages/statistics-page.ts';
import { sendPage, type Portal } from '../portal.ts';
import { publicRoute } from '../route-config.ts';

export function addStatisticsRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/statistics', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    return sendPage(reply, statisticsPage(ctx, await portal.services.statistics(ctx.locale)));
  });
}
