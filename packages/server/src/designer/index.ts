import type { App } from '../platform/http/index.ts';
import type { DesignDeps } from './design-deps.ts';
import { draftRoutes } from './draft-routes.ts';
import { packRoutes } from './pack-routes.ts';
import { tryRoutes } from './try-routes.ts';
import { versionRoutes } from './version-routes.ts';

export type { DesignDeps } from './design-deps.ts';
export { inventedForm } from './invented-form.ts';
export { designerRefusals } from './refusals.ts';

/** /api/designer: items under construction, and versions with a date. */
export function designerRoutes(app: App, deps: DesignDeps): void {
  draftRoutes(app, deps);
  versionRoutes(app, deps);
  tryRoutes(app, deps);
  packRoutes(app, deps);
}
