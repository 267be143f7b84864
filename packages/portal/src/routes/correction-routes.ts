import type { ApplicantCaseView } from '@yichuang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { ResidentContext } from '../gate.ts';
import { correctionPage, type CorrectionData } from '../pages/correction-page.ts';
import { sendPage, type Portal } from '../portal.ts';
import { notFound, orRefusal, refusalText } from '../refusal-answer.ts';
import { residentRoute } from '../route-config.ts';
import { PortalRefusal } from '../services.ts';
import { openCase } from './open-case.ts';
import { readPostedMaterials, type PostedMaterials } from './posted-materials.ts';

interface CaseRoute {
  readonly Params: { readonly id: string };
}

export function addCorrectionRoutes(app: FastifyInstance, portal: Portal): void {
  app.get<CaseRoute>('/my/cases/:id/correct', residentRoute, async (request, reply) => {
    const open = await openCase(portal, request, reply);
    if (open === undefined) return reply;
    const { ctx, view } = open;
    if (view.correction === undefined) {
      return reply.redirect(`/my/cases/${encodeURIComponent(view.caseId)}`, 303);
    }
    const item = (await itemOf(portal, view)) ?? notFound();
    const nothing = { uploaded: {}, onPaper: [], refusals: {}, idempotencyKey: randomUUID() };
    return sendPage(reply, correctionPage(ctx, { view, item, ...nothing }));
  });

  app.post<CaseRoute>('/my/cases/:id/correct', residentRoute, async (request, reply) => {
    const open = await openCase(portal, request, reply);
    if (open === undefined) return reply;
    return submit(portal, open, request, reply);
  });
}

/** As the case asks for it: the item may have a newer version by now. */
function itemOf({ services }: Portal, { itemCode, itemVersion }: ApplicantCaseView) {
  return services.findItem(itemCode, itemVersion);
}

async function submit(
  portal: Portal,
  { ctx, view }: { readonly ctx: ResidentContext; readonly view: ApplicantCaseView },
  request: FastifyRequest<CaseRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { services } = portal;
  const { personId } = ctx.session;
  const asked = view.correction?.items ?? [];
  const posted = await readPostedMaterials(
    portal,
    { ctx, view, asked: asked.map(({ materialId }) => materialId) },
    request as FastifyRequest,
  );
  for (const { materialId } of asked) {
    const isThere = posted.pages.has(materialId) || posted.onPaper.has(materialId);
    if (!isThere && !posted.refused.has(materialId)) {
      posted.refused.set(materialId, [ctx.t('correction.still-missing')]);
    }
  }
  if (posted.refused.size > 0) {
    return again(portal, { ctx, view }, posted, { key: posted.key, reply, status: 422 });
  }
  const materials = asked.map(({ materialId }) => ({
    materialId,
    pages: (posted.pages.get(materialId) ?? []).map(({ sha256, name }) => ({ sha256, name })),
    isOnPaper: posted.onPaper.has(materialId),
  }));
  const command = { type: 'SubmitCorrection' as const, materials, form: {} };
  const done = await orRefusal(services.act(personId, view.caseId, command, posted.key));
  if (done instanceof PortalRefusal) {
    const refusal = refusalText(ctx, done);
    const key = randomUUID();
    return again(portal, { ctx, view }, posted, { key, reply, status: done.status, refusal });
  }
  return reply.redirect(`/my/cases/${encodeURIComponent(view.caseId)}?flash=corrected`, 303);
}

/** The same page with everything that went up already. */
async function again(
  portal: Portal,
  { ctx, view }: { readonly ctx: ResidentContext; readonly view: ApplicantCaseView },
  posted: PostedMaterials,
  answer: {
    readonly key: string;
    readonly reply: FastifyReply;
    readonly status: number;
    readonly refusal?: string;
  },
): Promise<FastifyReply> {
  const item = (await portal.services.findItem(view.itemCode)) ?? notFound();
  const data: CorrectionData = {
    view,
    item,
    idempotencyKey: answer.key,
    uploaded: Object.fromEntries(posted.pages),
    onPaper: [...posted.onPaper],
    refusals: Object.fromEntries([...posted.refused].map(([id, texts]) => [id, texts.join(' ')])),
    ...(answer.refusal === undefined ? {} : { refusal: answer.refusal }),
  };
  return sendPage(answer.reply, correctionPage(ctx, data), answer.status);
}
