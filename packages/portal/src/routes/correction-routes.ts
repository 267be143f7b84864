import type { ApplicantCaseView } from '@yichuang/contracts';
import type { FilePage } from '@yichuang/kernel/case';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { ResidentContext } from '../gate.ts';
import { readMultipart } from '../multipart.ts';
import { correctionPage, type CorrectionData } from '../pages/correction-page.ts';
import { sendPage, type Portal } from '../portal.ts';
import { keyIn } from '../posted-form.ts';
import { notFound, orRefusal, refusalText } from '../refusal-answer.ts';
import { residentRoute } from '../route-config.ts';
import { PortalRefusal } from '../services.ts';
import { openCase } from './open-case.ts';

interface CaseRoute {
  readonly Params: { readonly id: string };
}

/** What came with a correction, page by page, in the order of the form. */
interface Posted {
  key: string;
  readonly pages: Map<string, FilePage[]>;
  readonly onPaper: Set<string>;
  readonly refused: Map<string, string[]>;
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
  const posted = await readPosted(portal, ctx, view, request);
  const asked = view.correction?.items ?? [];
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
  posted: Posted,
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

async function readPosted(
  portal: Portal,
  ctx: ResidentContext,
  view: ApplicantCaseView,
  request: FastifyRequest<CaseRoute>,
): Promise<Posted> {
  const posted: Posted = {
    key: randomUUID(),
    pages: new Map(),
    onPaper: new Set(),
    refused: new Map(),
  };
  const asked = new Set(view.correction?.items.map(({ materialId }) => materialId));
  await readMultipart(request as FastifyRequest, {
    field(name, value) {
      const [kind, ...rest] = name.split('.');
      const materialId = rest.join('.');
      if (name === 'key') posted.key = keyIn(value);
      if (kind === 'paper' && asked.has(materialId)) posted.onPaper.add(materialId);
      const page = kind === 'kept' && asked.has(materialId) ? keptPage(value) : undefined;
      if (page !== undefined) add(posted.pages, materialId, page);
    },
    async file({ field, name, stream }) {
      const materialId = field.replace(/^file\./, '');
      if (!asked.has(materialId)) return;
      const { itemCode, itemVersion } = view;
      const target = { itemCode, itemVersion, materialId };
      const file = { name, stream };
      const page = await orRefusal(portal.services.upload(ctx.session.personId, target, file));
      if (page instanceof PortalRefusal) {
        add(posted.refused, materialId, `${name}：${refusalText(ctx, page)}`);
      } else add(posted.pages, materialId, page);
    },
  });
  return posted;
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** A page kept in a hidden field. The server knows its facts; here it only has to look right. */
function keptPage(text: string): FilePage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const page = value as Partial<FilePage>;
  const isPage =
    typeof page.sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(page.sha256) &&
    typeof page.name === 'string' &&
    page.name.length <= 200 &&
    typeof page.mediaType === 'string' &&
    typeof page.bytes === 'number';
  return isPage ? (page as FilePage) : undefined;
}
