import type { DraftView } from '@yichuang/contracts';
import {
  askedMaterials,
  type ItemDefinition,
  type MaterialDefinition,
} from '@yichuang/kernel/case';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { residentOf, type ResidentContext } from '../gate.ts';
import type { Portal } from '../portal.ts';
import { notFound } from '../refusal-answer.ts';

export interface OpenDraft {
  readonly ctx: ResidentContext;
  readonly draft: DraftView;
  readonly item: ItemDefinition;
}

interface WithId {
  readonly Params: { readonly id: string };
}

/** The resident's own draft with its item; undefined when the log-in page was sent instead. */
export async function openDraft<Route extends WithId>(
  portal: Portal,
  request: FastifyRequest<Route>,
  reply: FastifyReply,
): Promise<OpenDraft | undefined> {
  const { id } = request.params as WithId['Params'];
  const path = request.method === 'GET' ? undefined : `/drafts/${encodeURIComponent(id)}`;
  const ctx = await residentOf(portal, request as FastifyRequest, reply, path);
  if (ctx === undefined) return undefined;
  const draft = (await portal.services.findDraft(ctx.session.personId, id)) ?? notFound();
  const item = (await portal.services.findItem(draft.itemCode)) ?? notFound();
  return { ctx, draft, item };
}

/** Materials that this application needs, given its answers so far. */
export function asked({ item, draft }: OpenDraft): readonly MaterialDefinition[] {
  return askedMaterials(item, draft.form);
}
