/** One's own letter, logged in. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { residentOf, type ResidentContext } from '../gate.ts';
import { actNamed } from '../letter-acts.ts';
import type { LetterServices } from '../letter-services.ts';
import { clockPage } from '../pages/clock-page.ts';
import { residentDoor } from '../pages/letters/letter-door.ts';
import { letterPage } from '../pages/letters/letter-page.ts';
import { sendPage, type Portal } from '../portal.ts';
import { postedForm } from '../posted-form.ts';
import { notFound } from '../refusal-answer.ts';
import { residentFileRoute, residentRoute } from '../route-config.ts';
import { sendFile } from '../send-file.ts';
import { actOnLetter, type OpenLetter } from './act-on-letter.ts';

interface LetterRoute {
  readonly Params: { readonly id: string };
}

export function addOwnLetterRoutes(
  app: FastifyInstance,
  portal: Portal,
  letters: LetterServices,
): void {
  addResidentRoutes(app, portal, letters);
  addResidentFiles(app, portal, letters);
}

function addResidentRoutes(app: FastifyInstance, portal: Portal, letters: LetterServices): void {
  app.get<LetterRoute & { Querystring: { done?: string } }>(
    '/my/letters/:id',
    residentRoute,
    async (request, reply) => {
      const open = await openMine(portal, letters, request as FastifyRequest<LetterRoute>, reply);
      if (open === undefined) return reply;
      const { ctx, ...letter } = open;
      const done = actNamed(request.query.done ?? '');
      return sendPage(reply, letterPage(ctx, { ...letter, key: randomUUID(), done }));
    },
  );

  app.post<LetterRoute>('/my/letters/:id/act', residentRoute, async (request, reply) => {
    const open = await openMine(portal, letters, request, reply);
    if (open === undefined) return reply;
    const answered = await actOnLetter(letters, open, postedForm(request), reply);
    if (answered.done === undefined) return reply;
    const path = `/my/letters/${encodeURIComponent(open.view.caseId)}`;
    return reply.redirect(`${path}?done=${answered.done}`, 303);
  });

  app.get<{ Params: { id: string; clock: string } }>(
    '/my/letters/:id/clocks/:clock',
    residentRoute,
    async (request, reply) => {
      const open = await openMine(portal, letters, request as FastifyRequest<LetterRoute>, reply);
      if (open === undefined) return reply;
      const { ctx, view } = open;
      const { clock } = request.params;
      const explanation = await portal.services.explainMyClock(
        open.personId,
        view.caseId,
        clock,
        ctx.locale,
      );
      const path = `/my/letters/${encodeURIComponent(view.caseId)}`;
      const crumbs = [...open.door.crumbs, { href: path, label: view.title }];
      return sendPage(reply, clockPage(ctx, explanation ?? notFound(), crumbs));
    },
  );
}

function addResidentFiles(app: FastifyInstance, portal: Portal, letters: LetterServices): void {
  const download = (path: string, find: 'letterFile' | 'letterDocument') =>
    app.get<{ Params: { id: string; name: string } }>(
      path,
      residentFileRoute,
      async (request, reply) => {
        const ctx = await residentOf(portal, request as FastifyRequest, reply);
        if (ctx === undefined) return reply;
        const access = { personId: ctx.session.personId, caseId: request.params.id };
        const file = await letters[find](access, request.params.name);
        return sendFile(reply, file ?? notFound(), 'inline');
      },
    );
  download('/my/letters/:id/files/:name', 'letterFile');
  download('/my/letters/:id/documents/:name', 'letterDocument');
}

async function openMine(
  portal: Portal,
  letters: LetterServices,
  request: FastifyRequest<LetterRoute>,
  reply: FastifyReply,
): Promise<
  (OpenLetter & { readonly ctx: ResidentContext; readonly personId: string }) | undefined
> {
  const { id } = request.params;
  const path = request.method === 'GET' ? undefined : `/my/letters/${encodeURIComponent(id)}`;
  const ctx = await residentOf(portal, request as FastifyRequest, reply, path);
  if (ctx === undefined) return undefined;
  const { personId } = ctx.session;
  const access = { personId, caseId: id };
  const view = (await letters.openLetter(access, ctx.locale)) ?? notFound();
  return { ctx, access, view, door: residentDoor(ctx, id), personId };
}
