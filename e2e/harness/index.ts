export { checkAccessibility } from './accessibility.ts';
export { openBrowser, screenshot } from './browser.ts';
export type { PageOptions, TestBrowser } from './browser.ts';
export { freshFolder, startServer } from './server.ts';
export type { ServerOptions, TestServer } from './server.ts';
