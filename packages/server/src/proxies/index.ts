export { createProxies, type Proxies, type ProxiesDeps } from './proxies.ts';
export { createProxyBook, type ProxyBook } from './proxy-book.ts';
export { proxyRefusals } from './refusals.ts';
export { proxyRoutes } from './routes.ts';
export { findStaff } from './staff-directory.pg.ts';
