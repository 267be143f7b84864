/**
 * The public site: pages rendered on the server from the services handed in. Invariants: every
 * page works without scripts; no page holds a secret in its address; nothing here knows the
 * database, and no text for readers stands outside `texts/`.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addAssets, Assets } from './assets.ts';
import { errorPage, type ErrorFacts } from './pages/error-page.ts';
import { Portal, sendPage } from './portal.ts';
import { addBundleRoutes } from './routes/bundle-routes.ts';
import { addCatalogueRoutes } from './routes/catalogue-routes.ts';
import { addCheckRoutes } from './routes/check-routes.ts';
import { addCorrectionRoutes } from './routes/correction-routes.ts';
import { addDemoRoutes } from './routes/demo-routes.ts';
import { addDraftRoutes } from './routes/draft-routes.ts';
import { addLetterRoutes } from './routes/letter-routes.ts';
import { addLoginRoutes } from './routes/login-routes.ts';
import { addMaterialRoutes } from './routes/material-routes.ts';
import { addMyRoutes } from './routes/my-routes.ts';
import { addReviewRoutes } from './routes/review-routes.ts';
import { addSupplyRoutes } from './routes/supply-routes.ts';
import { PortalRefusal, type PortalServices } from './services.ts';
import { localText } from './texts/translate.ts';

export * from './services.ts';
export { cookieNames } from './portal.ts';
export type { ErrorFacts } from './pages/error-page.ts';

export interface PortalOptions {
  readonly services: PortalServices;
  /** The site is served over https. */
  readonly cookieSecure: boolean;
  /** The cookie of residents' sessions: the interface's own, so that one log-in serves both. */
  readonly sessionCookie: string;
  /** In the addresses of scripts and styles; a hash of their content when not given. */
  readonly assetsVersion?: string;
}

/**
 * Adds the public site's routes. The app must have parsers for posted forms and for multipart
 * forms; its error handler answers what is no refusal (see `problemRenderer`).
 */
export async function registerPortal(
  app: FastifyInstance,
  { services, cookieSecure, sessionCookie, assetsVersion }: PortalOptions,
): Promise<void> {
  const portal = new Portal({
    services,
    assets: new Assets(assetsVersion),
    isSecure: cookieSecure,
    sessionCookie,
  });
  await app.register(async (site) => {
    site.setErrorHandler(async (error, request, reply) => {
      if (!(error instanceof PortalRefusal)) throw error;
      const ctx = await portal.context(request);
      return sendPage(reply, errorPage(ctx, factsOf(error, ctx.locale)), error.status);
    });
    addAssets(site, portal.assets);
    addCatalogueRoutes(site, portal);
    addBundleRoutes(site, portal);
    addLoginRoutes(site, portal);
    addDraftRoutes(site, portal);
    addMaterialRoutes(site, portal);
    addMyRoutes(site, portal);
    addCorrectionRoutes(site, portal);
    addSupplyRoutes(site, portal);
    addCheckRoutes(site, portal);
    if (services.letters !== undefined) addLetterRoutes(site, portal, services.letters);
    if (services.reviews !== undefined) addReviewRoutes(site, portal, services.reviews);
    if (services.isDemo) addDemoRoutes(site, portal);
  });
}

/**
 * Pages for errors that the server handles (not found, faults, a database that is away). It asks
 * the services for nothing but the clock and the county, since the database may be what failed.
 */
export function problemRenderer(
  options: PortalOptions,
): (facts: ErrorFacts, request: FastifyRequest) => string {
  const portal = new Portal({
    services: options.services,
    assets: new Assets(options.assetsVersion),
    isSecure: options.cookieSecure,
    sessionCookie: options.sessionCookie,
  });
  return (facts, request) => {
    const isForm = request.method !== 'GET' && request.method !== 'HEAD';
    return errorPage(portal.strangerContext(request), { ...facts, isForm }).text;
  };
}

function factsOf(refusal: PortalRefusal, locale: 'zh-CN' | 'en'): ErrorFacts {
  return {
    status: refusal.status,
    text: localText(refusal.text, locale),
    nextStep: localText(refusal.nextStep, locale),
    retryAfterSeconds: refusal.retryAfterSeconds,
  };
}
