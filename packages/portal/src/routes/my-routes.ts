import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { residentOf, type ResidentContext } from '../gate.ts';
import { savedChecker } from '../checker/saved-checker.ts';
import { casePage, type CaseFlash } from '../pages/case-page.ts';
import { clockPage } from '../pages/clock-page.ts';
import { withdrawPage } from '../pages/correction-page.ts';
import { inboxPage } from '../pages/inbox-page.ts';
import { myPage } from '../pages/my-page.ts';
import { sendPage, type Portal } from '../portal.ts';
import { keyIn, postedForm } from '../posted-form.ts';
import { notFound, orRefusal, refusalText } from '../refusal-answer.ts';
import { residentFileRoute, residentRoute } from '../route-config.ts';
import { sendFile } from '../send-file.ts';
import { receiptText, sendChecker, sendReceipt } from '../send-receipt.ts';
import { PortalRefusal } from '../services.ts';
import { openCase } from './open-case.ts';

interface CaseRoute {
  readonly Params: { readonly id: string };
}

export function addMyRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;

  app.get('/my', residentRoute, async (request, reply) => {
    const ctx = await residentOf(portal, request, reply);
    if (ctx === undefined) return reply;
    const { personId } = ctx.session;
    const [cases, drafts, inbox] = await Promise.all([
      services.myCases(personId, ctx.locale),
      services.myDrafts(personId, ctx.locale),
      services.inbox(personId),
    ]);
    const unread = inbox.filter((each) => !each.isRead).length;
    return sendPage(reply, myPage(ctx, { cases, drafts, unread }));
  });

  app.get('/inbox', residentRoute, async (request, reply) => {
    const ctx = await residentOf(portal, request, reply);
    if (ctx === undefined) return reply;
    return sendPage(reply, inboxPage(ctx, await services.inbox(ctx.session.personId)));
  });

  app.post('/inbox/read', residentRoute, async (request, reply) => {
    const ctx = await residentOf(portal, request, reply, '/inbox');
    if (ctx === undefined) return reply;
    await services.markRead(ctx.session.personId, postedForm(request).text('id'));
    return reply.redirect('/inbox', 303);
  });

  addCaseRoutes(app, portal);
  addWithdrawRoutes(app, portal);
}

function addCaseRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;

  app.get<CaseRoute & { Querystring: { flash?: string } }>(
    '/my/cases/:id',
    residentRoute,
    async (request, reply) => {
      const open = await openCase(portal, request as FastifyRequest<CaseRoute>, reply);
      if (open === undefined) return reply;
      const { caseId } = open.view;
      const { personId } = open.ctx.session;
      if (await services.letters?.isLetter(personId, caseId)) {
        return reply.redirect(`/my/letters/${encodeURIComponent(caseId)}`, 303);
      }
      const { flash } = request.query;
      const said = flashes.find((known) => known === flash);
      const token = await services.reviews?.reviewOfCase({ personId, caseId });
      return sendPage(reply, casePage(open.ctx, open.view, said, token));
    },
  );

  app.get<{ Params: { id: string; clock: string } }>(
    '/my/cases/:id/clocks/:clock',
    residentRoute,
    async (request, reply) => {
      const ctx = await residentOf(portal, request as FastifyRequest, reply);
      if (ctx === undefined) return reply;
      const { id, clock } = request.params;
      const { personId } = ctx.session;
      const [view, explanation] = await Promise.all([
        services.myCase(personId, id, ctx.locale),
        services.explainMyClock(personId, id, clock, ctx.locale),
      ]);
      if (view === undefined || explanation === undefined) return notFound();
      const crumbs = [
        { href: '/my', label: ctx.t('my.title') },
        { href: `/my/cases/${encodeURIComponent(id)}`, label: view.itemName },
      ];
      return sendPage(reply, clockPage(ctx, explanation, crumbs));
    },
  );

  const download = (
    path: string,
    find: (ctx: ResidentContext, id: string, name: string) => ReturnType<typeof services.myFile>,
  ) =>
    app.get<{ Params: { id: string; name: string } }>(
      path,
      residentFileRoute,
      async (request, reply) => {
        const ctx = await residentOf(portal, request as FastifyRequest, reply);
        if (ctx === undefined) return reply;
        const { id, name } = request.params;
        return sendFile(reply, (await find(ctx, id, name)) ?? notFound(), 'inline');
      },
    );
  download('/my/cases/:id/files/:name', (ctx, id, sha256) =>
    services.myFile(ctx.session.personId, id, sha256),
  );
  download('/my/cases/:id/documents/:name', (ctx, id, documentId) =>
    services.myDocument(ctx.session.personId, id, documentId),
  );

  app.get<CaseRoute>('/my/cases/:id/results.zip', residentFileRoute, async (request, reply) => {
    const ctx = await residentOf(portal, request as FastifyRequest, reply);
    if (ctx === undefined) return reply;
    const found = await services.myResults(ctx.session.personId, request.params.id);
    return sendFile(reply, found ?? notFound(), 'attachment');
  });

  app.get<CaseRoute>('/my/cases/:id/receipt.json', residentRoute, async (request, reply) => {
    const ctx = await residentOf(portal, request as FastifyRequest, reply);
    if (ctx === undefined) return reply;
    const receipt = await services.myLedgerReceipt(ctx.session.personId, request.params.id);
    return sendReceipt(reply, receipt ?? notFound());
  });

  app.get<CaseRoute>('/my/cases/:id/receipt.html', residentRoute, async (request, reply) => {
    const ctx = await residentOf(portal, request as FastifyRequest, reply);
    if (ctx === undefined) return reply;
    const receipt = await services.myLedgerReceipt(ctx.session.personId, request.params.id);
    return sendChecker(reply, savedChecker(ctx, receiptText(receipt ?? notFound())).text);
  });
}

const flashes = [
  'corrected',
  'supplied',
  'withdrawn',
  'urged',
] as const satisfies readonly CaseFlash[];

function addWithdrawRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;

  app.post<CaseRoute>('/my/cases/:id/urge', residentRoute, async (request, reply) => {
    const open = await openCase(portal, request, reply);
    if (open === undefined) return reply;
    const { ctx, view } = open;
    const command = { type: 'UrgeCase' as const, message: ctx.t('case.urge-words') };
    await services.act(ctx.session.personId, view.caseId, command, randomUUID());
    return reply.redirect(`/my/cases/${encodeURIComponent(view.caseId)}?flash=urged`, 303);
  });

  app.post<CaseRoute>('/my/cases/:id/again', residentRoute, async (request, reply) => {
    const open = await openCase(portal, request, reply);
    if (open === undefined) return reply;
    const { ctx, view } = open;
    const made = await services.createDraftAgain(ctx.session.personId, view.caseId);
    return reply.redirect(`/drafts/${made.draftId}`, 303);
  });

  app.get<CaseRoute>('/my/cases/:id/withdraw', residentRoute, async (request, reply) => {
    const open = await openCase(portal, request, reply);
    if (open === undefined) return reply;
    const data = { view: open.view, idempotencyKey: randomUUID(), reason: '' };
    return sendPage(reply, withdrawPage(open.ctx, data));
  });

  app.post<CaseRoute>('/my/cases/:id/withdraw', residentRoute, async (request, reply) => {
    const open = await openCase(portal, request, reply);
    if (open === undefined) return reply;
    const { ctx, view } = open;
    const form = postedForm(request);
    const reason = form.text('reason') || ctx.t('withdraw.no-reason');
    const command = { type: 'WithdrawCase' as const, reason };
    const key = keyIn(form.text('key'));
    const done = await orRefusal(services.act(ctx.session.personId, view.caseId, command, key));
    if (done instanceof PortalRefusal) {
      const error = refusalText(ctx, done);
      const data = { view, idempotencyKey: randomUUID(), reason: form.text('reason'), error };
      return sendPage(reply, withdrawPage(ctx, data), done.status);
    }
    return reply.redirect(`/my/cases/${encodeURIComponent(view.caseId)}?flash=withdrawn`, 303);
  });
}
