import type { App } from '../platform/http/index.ts';
import type { SupervisionDeps } from './hit-deps.ts';
import { hitRoutes } from './hit-routes.ts';
import { ruleRoutes } from './rule-routes.ts';

export function supervisionRoutes(app: App, deps: SupervisionDeps): void {
  hitRoutes(app, deps);
  ruleRoutes(app, deps);
}
