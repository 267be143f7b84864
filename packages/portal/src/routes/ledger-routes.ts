/** The ledger for everybody: roots, the feed of them, receipts, and the page that checks them. */
import { isPlainDate } from '@yichuang/kernel/time';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { savedChecker } from '../checker/saved-checker.ts';
import { ledgerFeed } from '../pages/ledger-feed.ts';
import { ledgerPage, ledgerReceiptPage, type SoughtDay } from '../pages/ledger-page.ts';
import { verifyPage } from '../pages/verify-page.ts';
import { sendPage, visitorOf, type Portal } from '../portal.ts';
import { postedForm } from '../posted-form.ts';
import { refusalText } from '../refusal-answer.ts';
import { publicRoute } from '../route-config.ts';
import { receiptText, sendChecker, sendReceipt } from '../send-receipt.ts';
import { PortalRefusal, type PortalServices } from '../services.ts';
import { keyOf, missingIn, orRefusalOrUnknown } from './tracking-key.ts';

export function addLedgerRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;

  app.get<{ Querystring: { day?: string } }>('/ledger', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    const { day } = request.query;
    const [roots, heads, sought] = await Promise.all([
      services.ledgerRoots(),
      services.ledgerHeads(),
      typeof day === 'string' ? lookUp(services, day) : undefined,
    ]);
    return sendPage(reply, ledgerPage(ctx, { roots, heads, ...(sought && { sought }) }));
  });

  app.get('/ledger/feed.xml', publicRoute, async (request, reply) => {
    const ctx = portal.strangerContext(request);
    const [roots, heads] = await Promise.all([services.ledgerRoots(), services.ledgerHeads()]);
    return reply
      .type('application/atom+xml; charset=utf-8')
      .header('cache-control', 'public, max-age=600')
      .header('vary', 'accept-language, cookie')
      .send(ledgerFeed(ctx, roots, heads).text);
  });

  app.get('/ledger/verify', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request);
    const [roots, heads] = await Promise.all([services.ledgerRoots(), services.ledgerHeads()]);
    return sendPage(reply, verifyPage(ctx, roots, heads));
  });

  app.get('/ledger/checker.html', publicRoute, (request, reply) =>
    sendChecker(reply, savedChecker(portal.strangerContext(request)).text),
  );

  addReceiptRoutes(app, portal);
}

function addReceiptRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;

  app.get('/ledger/receipt', publicRoute, async (request, reply) =>
    sendPage(reply, ledgerReceiptPage(await portal.context(request), { number: '' })),
  );

  app.post('/ledger/receipt', publicRoute, async (request, reply) => {
    const ctx = await portal.context(request, '/ledger/receipt');
    const key = keyOf(request);
    const { number, password } = key;
    const problems = missingIn(ctx, key);
    if (problems !== undefined) {
      return sendPage(reply, ledgerReceiptPage(ctx, { number, problems }), 422);
    }
    const receipt = await orRefusalOrUnknown(
      services.ledgerReceipt(number, password, visitorOf(request), headIn(request)),
    );
    if (receipt instanceof PortalRefusal) {
      const text = refusalText(ctx, receipt) || ctx.t('track.unknown');
      const form = { number, problems: [{ text }] };
      return sendPage(reply, ledgerReceiptPage(ctx, form), receipt.status);
    }
    const isPage = postedForm(request).text('as') === 'page';
    return isPage
      ? sendChecker(reply, savedChecker(ctx, receiptText(receipt)).text)
      : sendReceipt(reply, receipt);
  });
}

/** The head that the reader has, by its number of days; anything else is as good as none. */
function headIn(request: FastifyRequest): number | undefined {
  const typed = postedForm(request).text('head');
  return /^[1-9]\d{0,5}$/u.test(typed) ? Number(typed) : undefined;
}

async function lookUp(services: PortalServices, typed: string): Promise<SoughtDay> {
  if (!isPlainDate(typed)) return { typed };
  return { typed, day: typed, ...(await services.ledgerDay(typed)) };
}
