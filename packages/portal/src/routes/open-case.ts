import type { ApplicantCaseView } from '@yichuang/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { residentOf, type ResidentContext } from '../gate.ts';
import type { Portal } from '../portal.ts';
import { notFound } from '../refusal-answer.ts';

interface WithId {
  readonly Params: { readonly id: string };
}

/** The resident's own case; someone else's is not there. Undefined when the log-in was sent. */
export async function openCase(
  portal: Portal,
  request: FastifyRequest<WithId>,
  reply: FastifyReply,
): Promise<{ readonly ctx: ResidentContext; readonly view: ApplicantCaseView } | undefined> {
  const { id } = request.params;
  const path = request.method === 'GET' ? undefined : `/my/cases/${encodeURIComponent(id)}`;
  const ctx = await residentOf(portal, request as FastifyRequest, reply, path);
  if (ctx === undefined) return undefined;
  const view = await portal.services.myCase(ctx.session.personId, id, ctx.locale);
  return { ctx, view: view ?? notFound() };
}
