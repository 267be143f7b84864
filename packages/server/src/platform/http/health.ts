import { Type } from '@sinclair/typebox';
import type { FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { App } from './app-types.ts';

/** Each named part says whether it is ready; a throw or two seconds' silence means no. */
export type Readiness = Readonly<Record<string, () => Promise<boolean> | boolean>>;

const readyTimeoutMs = 2_000;

async function isReady(check: () => Promise<boolean> | boolean): Promise<boolean> {
  const silence = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), readyTimeoutMs).unref();
  });
  const answer = Promise.resolve()
    .then(check)
    .catch(() => false);
  return Promise.race([answer, silence]);
}

/**
 * Is the request from this very machine, and not handed on by a proxy on it? Then only is the
 * socket's address the asker's.
 */
function isLocal(request: FastifyRequest): boolean {
  const { 'x-forwarded-for': handedOn, forwarded } = request.headers;
  const address = request.socket.remoteAddress ?? '';
  const isLoopback = /^(::ffff:)?127\./.test(address) || address === '::1';
  return isLoopback && handedOn === undefined && forwarded === undefined;
}

export interface HealthOptions {
  readonly readiness: Readiness;
  readonly metricsToken?: string;
  /** Of a trial county: on every figure, so that no plot adds it to the real one's. */
  readonly trialId?: string;
}

/** /healthz (the process lives), /readyz (it can serve), /metrics (Prometheus). */
export function addHealth(app: App, options: HealthOptions): Registry {
  const registry = new Registry();
  if (options.trialId !== undefined) registry.setDefaultLabels({ trial: options.trialId });
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of the answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    durations.observe(labels, reply.elapsedTime / 1000);
    done();
  });
  app.get('/healthz', { config: { right: 'public' }, schema: { hide: true } }, () => ({
    status: 'ok',
  }));
  const schema = {
    hide: true,
    response: { '2xx': Type.Unknown(), 503: Type.Unknown() },
  };
  app.get('/readyz', { config: { right: 'public' }, schema }, async (_, reply) => {
    const names = Object.keys(options.readiness);
    const results = await Promise.all(Object.values(options.readiness).map(isReady));
    const parts = Object.fromEntries(names.map((name, index) => [name, results[index] === true]));
    const isAll = results.every(Boolean);
    return reply.code(isAll ? 200 : 503).send({ status: isAll ? 'ready' : 'not-ready', parts });
  });
  app.get(
    '/metrics',
    { config: { right: 'public' }, schema: { hide: true } },
    async (request, reply) => {
      const token = options.metricsToken;
      const isAllowed =
        token === undefined
          ? isLocal(request)
          : request.headers.authorization === `Bearer ${token}`;
      if (!isAllowed) return reply.callNotFound();
      return reply.type(registry.contentType).send(await registry.metrics());
    },
  );
  return registry;
}
