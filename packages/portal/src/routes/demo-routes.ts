import type { FastifyInstance } from 'fastify';
import { demoClockPage, messagesPage } from '../pages/demo-page.ts';
import { sendPage, type Portal } from '../portal.ts';
import { postedForm } from '../posted-form.ts';
import { publicRoute } from '../route-config.ts';
import type { ClockMove } from '../services.ts';

const moves: Readonly<Record<string, ClockMove>> = {
  hour: { ms: 3_600_000 },
  'days-1': { workingDays: 1 },
  'days-5': { workingDays: 5 },
  'days-10': { workingDays: 10 },
  'days-20': { workingDays: 20 },
};

/** Only registered in demo mode: elsewhere these addresses do not exist. */
export function addDemoRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;

  app.get('/demo/messages', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    return sendPage(reply, messagesPage(ctx, await services.demoMessages()));
  });

  // Beside a real county, on its database, days do not pass at the wish of a passer-by.
  if (services.isTrial === true) return;

  app.get('/demo/clock', publicRoute, async (request, reply) =>
    sendPage(reply, demoClockPage(await portal.context(request))),
  );

  app.post('/demo/clock', publicRoute, async (request, reply) => {
    const name = postedForm(request).text('move');
    const move = Object.hasOwn(moves, name) ? moves[name] : undefined;
    if (move !== undefined) await services.moveClock(move);
    return reply.redirect('/demo/clock', 303);
  });
}
