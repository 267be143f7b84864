import type { FastifyReply, FastifyRequest } from 'fastify';

/** Read by hand, so that the pages do not depend on which plugins the server has loaded. */
export function readCookie(request: FastifyRequest, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return decoded(pair.slice(at + 1).trim());
  }
  return undefined;
}

export interface CookieOptions {
  readonly isSecure: boolean;
  /** 0 removes the cookie. */
  readonly maxAgeSeconds: number;
}

/** `value` is a token or one of our own words; SameSite=Lax keeps other sites' forms out. */
export function setCookie(
  reply: FastifyReply,
  name: string,
  value: string,
  { isSecure, maxAgeSeconds }: CookieOptions,
): void {
  const secure = isSecure ? '; Secure' : '';
  void reply.header(
    'set-cookie',
    `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAgeSeconds}; ` +
      `HttpOnly; SameSite=Lax${secure}`,
  );
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // Someone else's cookie or a broken one: the same as none.
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
