import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from './session.ts';

/**
 * Two cookies, so that one browser can be a resident and a clerk at once (as every demo is).
 * With https the names have the prefix that keeps other hosts from setting them.
 */
export function cookieName(kind: Session['kind'], isSecure: boolean, isTrial = false): string {
  return `${isSecure ? '__Host-' : ''}yichuang-${isTrial ? 'trial-' : ''}${kind}`;
}

/** What decides the names of cookies: a host's ports share them, so a trial county has its own. */
export interface CookiePlace {
  readonly isSecure: boolean;
  readonly isTrial: boolean;
}

/** SameSite=Lax: another site's form cannot act in the visitor's name. */
export function setSessionCookie(
  reply: FastifyReply,
  kind: Session['kind'],
  token: string,
  options: CookiePlace & { readonly maxAgeSeconds: number },
): void {
  reply.setCookie(cookieName(kind, options.isSecure, options.isTrial), token, {
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
  { isSecure, isTrial }: CookiePlace,
): void {
  reply.clearCookie(cookieName(kind, isSecure, isTrial), { path: '/', secure: isSecure });
}

/** The token of that kind: from the cookie, or from `Authorization: Bearer …` of a program. */
export function tokenOf(
  request: FastifyRequest,
  kind: Session['kind'],
  { isSecure, isTrial }: CookiePlace,
): string | undefined {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[cookieName(kind, isSecure, isTrial)];
}
