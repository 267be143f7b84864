import type { FastifyRequest } from 'fastify';
import type { Refusal } from '../refusal.ts';
import type { App } from './app-types.ts';
import type { Guard, RouteRight, Session } from './session.ts';
import { tokenOf, type CookiePlace } from './session-cookie.ts';

export interface ListedRoute {
  readonly method: string;
  readonly url: string;
  readonly right: RouteRight;
}

/** A scope that says its routes' right once (static files): scope.decorate('defaultRight', …). */
interface WithDefault {
  readonly defaultRight?: RouteRight;
}

/**
 * Deny by default: registering a route without `config.right` throws, so it is found at the start.
 * @returns the list of all routes, filled as they are registered
 */
export function requireRights(app: App): readonly ListedRoute[] {
  const listed: ListedRoute[] = [];
  app.addHook('onRoute', function (this: unknown, route) {
    const right = route.config?.right ?? (this as WithDefault).defaultRight;
    if (right === undefined) {
      throw new Error(`${String(route.method)} ${route.url} declares no config.right`);
    }
    route.config = { ...route.config, right };
    for (const method of [route.method].flat()) listed.push({ method, url: route.url, right });
  });
  return listed;
}

/** Reads who is asking. Both kinds, because a public page greets either. */
export async function identify(
  request: FastifyRequest,
  guard: Guard,
  place: CookiePlace,
): Promise<void> {
  for (const kind of ['resident', 'staff'] as const) {
    const token = tokenOf(request, kind, place);
    if (token === undefined) continue;
    const session = await guard.findSession(token);
    if (session?.kind === kind) request[kind] = session;
  }
}

/** Why the route is not for the one who asks; undefined when it is. */
export function refusalOfRight(
  right: RouteRight,
  request: FastifyRequest,
  guard: Guard,
): Refusal | undefined {
  if (right === 'public') return undefined;
  if (right === 'resident') {
    return request.resident === undefined ? { code: 'login-required' } : undefined;
  }
  if (request.staff === undefined) return { code: 'login-required' };
  if (right !== 'account' && request.staff.mustChangePassword) {
    return { code: 'password-must-change' };
  }
  if (typeof right === 'string' || guard.permits(request.staff, right.action)) return undefined;
  return { code: 'right-not-held' };
}

/** @throws Error when a route asks for a session that its right does not guarantee */
export function sessionOf(request: FastifyRequest, kind: Session['kind']): Session {
  const session = request[kind];
  if (session === undefined) throw new Error(`${request.routeOptions.url} has no ${kind} session`);
  return session;
}
