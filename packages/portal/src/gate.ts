/** Pages of residents: who is not logged in is led to the log-in and back, losing nothing. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Carry } from './carry.ts';
import { loginPage } from './pages/login-page.ts';
import { sendPage, type Portal } from './portal.ts';
import { postedForm } from './posted-form.ts';
import type { PageContext } from './page-context.ts';
import type { PortalSession } from './services.ts';

export type ResidentContext = PageContext & { readonly session: PortalSession };

/**
 * The reader's context; undefined when there is no session, and then the answer is sent already:
 * a redirect for a page, the log-in with everything that was posted for a form.
 */
export async function residentOf(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  path?: string,
): Promise<ResidentContext | undefined> {
  const ctx = await portal.context(request, path);
  const { session } = ctx;
  if (session !== undefined) return { ...ctx, session };
  if (request.method === 'GET') {
    void reply.redirect(`/login?next=${encodeURIComponent(request.url)}`, 303);
    return undefined;
  }
  const carry: Carry = { action: request.url, fields: postedForm(request).pairs };
  const isForm = (request.headers['content-type'] ?? '').startsWith(
    'application/x-www-form-urlencoded',
  );
  const page = loginPage(ctx, { next: path ?? '/my', carry: isForm ? carry : undefined });
  sendPage(reply, page, 401);
  return undefined;
}
