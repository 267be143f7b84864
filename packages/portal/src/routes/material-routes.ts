/** Pages of materials: put up, put in order, taken away, or left to paper; all without scripts. */
import type { FilePage } from '@yichuang/kernel/case';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { materialOf } from '../filing.ts';
import { residentOf } from '../gate.ts';
import { readMultipart } from '../multipart.ts';
import { materialsPage } from '../pages/materials-page.ts';
import { sendPage, type Portal } from '../portal.ts';
import { postedForm } from '../posted-form.ts';
import { notFound, orRefusal, refusalText } from '../refusal-answer.ts';
import { residentFileRoute, residentRoute } from '../route-config.ts';
import { sendFile } from '../send-file.ts';
import { PortalRefusal } from '../services.ts';
import { asked, openDraft, type OpenDraft } from './open-draft.ts';

interface DraftRoute {
  readonly Params: { readonly id: string };
}
interface MaterialRoute {
  readonly Params: { readonly id: string; readonly material: string };
}

export function addMaterialRoutes(app: FastifyInstance, portal: Portal): void {
  const { services } = portal;

  app.get<DraftRoute>('/drafts/:id/materials', residentRoute, async (request, reply) => {
    const open = await openDraft(portal, request, reply);
    if (open === undefined) return reply;
    return sendPage(reply, materialsPage(open.ctx, { ...open, asked: asked(open), refusals: {} }));
  });

  app.post<MaterialRoute>(
    '/drafts/:id/materials/:material',
    residentRoute,
    async (request, reply) => {
      const open = await openMaterial(portal, request, reply);
      return open === undefined ? reply : takePages(portal, open, request, reply);
    },
  );

  app.post<MaterialRoute>(
    '/drafts/:id/materials/:material/paper',
    residentRoute,
    async (request, reply) => {
      const open = await openMaterial(portal, request, reply);
      if (open === undefined) return reply;
      const isOnPaper = postedForm(request).text('isOnPaper') === 'true';
      await saveMaterial(portal, open, open.pages, isOnPaper);
      return backTo(reply, open);
    },
  );

  app.post<MaterialRoute>(
    '/drafts/:id/materials/:material/commitment',
    residentRoute,
    async (request, reply) => {
      const open = await openMaterial(portal, request, reply);
      if (open === undefined) return reply;
      const promise = postedForm(request).text('isCommitted') === 'true';
      const { draftId } = open.draft;
      await services.changeDraft(open.ctx.session.personId, draftId, {
        materials: [
          {
            materialId: open.materialId,
            pages: [],
            isOnPaper: false,
            ...(promise ? { isCommitted: true } : {}),
          },
        ],
      });
      return backTo(reply, open);
    },
  );

  app.post<MaterialRoute>(
    '/drafts/:id/materials/:material/pages',
    residentRoute,
    async (request, reply) => {
      const open = await openMaterial(portal, request, reply);
      if (open === undefined) return reply;
      const form = postedForm(request);
      const pages = rearranged(open.pages, Number(form.text('index')), form.text('act'));
      await saveMaterial(portal, open, pages, open.isOnPaper);
      return backTo(reply, open);
    },
  );

  app.get<{ Params: { sha256: string } }>(
    '/files/:sha256',
    residentFileRoute,
    async (request, reply) => {
      const ctx = await residentOf(portal, request as FastifyRequest, reply);
      if (ctx === undefined) return reply;
      const { sha256 } = request.params;
      const file = await services.uploadedFile(ctx.session.personId, sha256);
      return sendFile(reply, file ?? notFound(), 'inline');
    },
  );
}

interface OpenMaterial extends OpenDraft {
  readonly materialId: string;
  readonly pages: readonly FilePage[];
  readonly isOnPaper: boolean;
}

async function openMaterial(
  portal: Portal,
  request: FastifyRequest<MaterialRoute>,
  reply: FastifyReply,
): Promise<OpenMaterial | undefined> {
  const open = await openDraft(portal, request, reply);
  if (open === undefined) return undefined;
  const materialId = request.params.material;
  if (!asked(open).some(({ id }) => id === materialId)) notFound();
  const filed = materialOf(open.draft, materialId);
  return { ...open, materialId, pages: filed?.pages ?? [], isOnPaper: filed?.isOnPaper ?? false };
}

/** Pages that are right are kept; each that is not gets its sentence. */
async function takePages(
  portal: Portal,
  open: OpenMaterial,
  request: FastifyRequest<MaterialRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { ctx, materialId } = open;
  const target = { itemCode: open.draft.itemCode, materialId };
  const taken: FilePage[] = [];
  const refused: string[] = [];
  await readMultipart(request as FastifyRequest, {
    async file({ name, stream }) {
      const file = { name, stream };
      const page = await orRefusal(portal.services.upload(ctx.session.personId, target, file));
      if (page instanceof PortalRefusal) refused.push(`${name}：${refusalText(ctx, page)}`);
      else taken.push(page);
    },
  });
  if (taken.length === 0 && refused.length === 0) refused.push(ctx.t('upload.nothing'));
  const pages = [...open.pages, ...taken];
  const draft = taken.length === 0 ? open.draft : await saveMaterial(portal, open, pages, false);
  if (refused.length === 0) return backTo(reply, open);
  const refusals = { [materialId]: refused.join(ctx.locale === 'en' ? ' ' : '') };
  const data = { item: open.item, draft, asked: asked(open), refusals };
  return sendPage(reply, materialsPage(ctx, data), 422);
}

async function saveMaterial(
  portal: Portal,
  { ctx, draft, materialId }: OpenMaterial,
  pages: readonly FilePage[],
  isOnPaper: boolean,
) {
  const named = pages.map(({ sha256, name }) => ({ sha256, name }));
  return portal.services.changeDraft(ctx.session.personId, draft.draftId, {
    materials: [{ materialId, pages: named, isOnPaper }],
  });
}

function rearranged(pages: readonly FilePage[], index: number, act: string): readonly FilePage[] {
  const page = pages[index];
  if (page === undefined) return pages;
  if (act === 'delete') return pages.filter((_, i) => i !== index);
  const to = act === 'up' ? index - 1 : index + 1;
  if (to < 0 || to >= pages.length) return pages;
  return pages.filter((_, i) => i !== index).toSpliced(to, 0, page);
}

function backTo(reply: FastifyReply, { draft, materialId }: OpenMaterial): FastifyReply {
  return reply.redirect(`/drafts/${draft.draftId}/materials#material-${materialId}`, 303);
}
