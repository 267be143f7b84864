export { createExchange, type Exchange } from './exchange.ts';
export { uploadTarget } from './upload-target.ts';
export { exchangeRefusals } from './refusals.ts';
export { exchangeRoutes } from './routes.ts';
