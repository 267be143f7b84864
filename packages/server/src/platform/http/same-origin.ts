import type { FastifyRequest } from 'fastify';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Does a request that changes something come from a page of ours? Browsers say so by
 * Sec-Fetch-Site, older ones by Origin or Referer. A request with none of the three comes from a
 * program, which other sites cannot make send our cookies; and the cookies are SameSite=Lax.
 */
export function isFromOwnSite(request: FastifyRequest, publicOrigin: string): boolean {
  if (safeMethods.has(request.method)) return true;
  const { 'sec-fetch-site': site, origin, referer } = request.headers;
  if (typeof site === 'string') return site === 'same-origin' || site === 'none';
  const source = origin ?? referer;
  if (source === undefined) return true;
  if (!URL.canParse(source)) return false;
  const { origin: from, host } = new URL(source);
  return from === publicOrigin || host === request.host;
}
