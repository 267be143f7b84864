export { rehearsalRoutes, type RehearsalRoutesDeps } from './routes.ts';
export { rehearsalRefusals } from './refusals.ts';
export { hasFlow, rehearseItem, type RehearsalScene } from './rehearse-item.ts';
export { noHistory } from './item-history.ts';
export { sceneOfCounty, type RehearsalDeps } from './scene-of-county.ts';
