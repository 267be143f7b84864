export { checkProxy, type ProxyRefusal, type ProxyRefusalCode } from './check-proxy.ts';
export { endOf, grantOf, proxiesInForce, type Proxy, type ProxyGrant } from './proxy.ts';
