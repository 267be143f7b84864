/** 补交: materials that an accepted case may hand in later. */
import type { ApplicantCaseView, DebtView } from '@yichuang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { ResidentContext } from '../gate.ts';
import { supplyPage } from '../pages/supply-page.ts';
import { sendPage, type Portal } from '../portal.ts';
import { notFound, orRefusal, refusalText } from '../refusal-answer.ts';
import { residentRoute } from '../route-config.ts';
import { PortalRefusal } from '../services.ts';
import { openCase } from './open-case.ts';
import { readPostedMaterials, type PostedMaterials } from './posted-materials.ts';

interface CaseRoute {
  readonly Params: { readonly id: string };
}
interface OpenCase {
  readonly ctx: ResidentContext;
  readonly view: ApplicantCaseView;
}

export function addSupplyRoutes(app: FastifyInstance, portal: Portal): void {
  app.get<CaseRoute>('/my/cases/:id/supply', residentRoute, async (request, reply) => {
    const open = await openCase(portal, request, reply);
    if (open === undefined) return reply;
    const { ctx, view } = open;
    if (stillOwed(view).length === 0) return reply.redirect(casePath(view), 303);
    const item = (await itemOf(portal, view)) ?? notFound();
    const nothing = { uploaded: {}, onPaper: [], refusals: {}, idempotencyKey: randomUUID() };
    return sendPage(reply, supplyPage(ctx, { view, item, owed: stillOwed(view), ...nothing }));
  });

  app.post<CaseRoute>('/my/cases/:id/supply', residentRoute, async (request, reply) => {
    const open = await openCase(portal, request, reply);
    if (open === undefined) return reply;
    const asked = stillOwed(open.view).map(({ materialId }) => materialId);
    const posted = await readPostedMaterials(portal, { ...open, asked }, request as FastifyRequest);
    return supply(portal, open, posted, reply);
  });
}

/** What may be handed in now; one at a time is enough. */
export function stillOwed(view: ApplicantCaseView): readonly DebtView[] {
  const canSupply = view.allowed.some(({ act }) => act === 'SupplyMaterials');
  if (!canSupply || view.parent !== undefined) return [];
  return view.debts.filter(({ kind, status }) => kind === 'deferred-material' && status === 'owed');
}

function casePath({ caseId }: ApplicantCaseView): string {
  return `/my/cases/${encodeURIComponent(caseId)}`;
}

function itemOf({ services }: Portal, { itemCode, itemVersion }: ApplicantCaseView) {
  return services.findItem(itemCode, itemVersion);
}

async function supply(
  portal: Portal,
  open: OpenCase,
  posted: PostedMaterials,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { ctx, view } = open;
  const given = stillOwed(view)
    .map(({ materialId }) => materialId)
    .filter((id) => posted.pages.has(id) || posted.onPaper.has(id));
  if (posted.refused.size > 0) return again(portal, open, posted, { reply, status: 422 });
  if (given.length === 0) {
    const refusal = ctx.t('supply.nothing');
    return again(portal, open, posted, { reply, status: 422, refusal });
  }
  const materials = given.map((materialId) => ({
    materialId,
    pages: (posted.pages.get(materialId) ?? []).map(({ sha256, name }) => ({ sha256, name })),
    isOnPaper: posted.onPaper.has(materialId),
  }));
  const command = { type: 'SupplyMaterials' as const, materials };
  const { personId } = ctx.session;
  const done = await orRefusal(portal.services.act(personId, view.caseId, command, posted.key));
  if (!(done instanceof PortalRefusal)) {
    return reply.redirect(`${casePath(view)}?flash=supplied`, 303);
  }
  const refusal = refusalText(ctx, done);
  return again(portal, open, posted, { reply, status: done.status, refusal });
}

/** The same page with everything that went up already, under a new key. */
async function again(
  portal: Portal,
  { ctx, view }: OpenCase,
  posted: PostedMaterials,
  answer: { readonly reply: FastifyReply; readonly status: number; readonly refusal?: string },
): Promise<FastifyReply> {
  const data = {
    view,
    item: (await itemOf(portal, view)) ?? notFound(),
    owed: stillOwed(view),
    idempotencyKey: randomUUID(),
    uploaded: Object.fromEntries(posted.pages),
    onPaper: [...posted.onPaper],
    refusals: Object.fromEntries([...posted.refused].map(([id, texts]) => [id, texts.join(' ')])),
    ...(answer.refusal === undefined ? {} : { refusal: answer.refusal }),
  };
  return sendPage(answer.reply, supplyPage(ctx, data), answer.status);
}
