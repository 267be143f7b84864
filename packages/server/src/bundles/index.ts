export { createBundles, type Bundles } from './bundles.ts';
export { bundleRefusals } from './refusals.ts';
export { bundleRoutes } from './routes.ts';
