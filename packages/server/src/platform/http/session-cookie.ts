import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from './session.ts';

/**
 * Two cookies, so that one browser can be a resident and a clerk at once (as every demo is).
 * With https the names have the prefix that keeps other hosts from setting them.
 */
export function cookieName(kind: Session['kind'], isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}yichuang-${kind}`;
}

/** SameSite=Lax: another site's form cannot act in the visitor's name. */
export function setSessionCookie(
  reply: FastifyReply,
  kind: Session['kind'],
  token: string,
  options: { readonly isSecure: boolean; readonly maxAgeSeconds: number },
): void {
  reply.setCookie(cookieName(kind, options.isSecure), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: options.isSecure,
    maxAge: options.maxAgeSeconds,
  });
}

export function clearSessionCookie(
  reply: FastifyReply,
  kind: Session['kind'],
  isSecure: boolean,
): void {
  reply.clearCookie(cookieName(kind, isSecure), { path: '/', secure: isSecure });
}

/** The token of that kind: from the cookie, or from `Authorization: Bearer …` of a program. */
export function tokenOf(
  request: FastifyRequest,
  kind: Session['kind'],
  isSecure: boolean,
): string | undefined {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[cookieName(kind, isSecure)];
}
