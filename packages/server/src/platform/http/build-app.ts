import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import { randomBytes } from 'node:crypto';
import Fastify, { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import type { Config } from '../config/index.ts';
import type { Refusal, RefusalRegistry } from '../refusal.ts';
import type { App, PagePolicy, TypeBoxProvider } from './app-types.ts';
import { addHealth, type Readiness } from './health.ts';
import { languageOf } from './language.ts';
import { loggerOptions, routeOf } from './log.ts';
import { Problem, problemOf, refusalOfError } from './problem.ts';
import { identify, refusalOfRight, requireRights, type ListedRoute } from './route-rights.ts';
import { isFromOwnSite } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';
import type { Guard } from './session.ts';
import { isStorable } from './storable-text.ts';

export interface AppOptions {
  readonly config: Pick<
    Config,
    'publicUrl' | 'trustProxy' | 'logLevel' | 'metricsToken' | 'trialId'
  >;
  readonly guard: Guard;
  readonly refusals: RefusalRegistry;
  readonly readiness: Readiness;
  /** A page instead of JSON, where the browser asks for one; undefined: JSON after all. */
  readonly renderProblem?: (
    problem: Problem,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => string | undefined | Promise<string | undefined>;
  /** Where log lines go; standard error when not given. */
  readonly logTo?: NodeJS.WritableStream;
}

declare module 'fastify' {
  interface FastifyReply {
    /** Answers with problem+json, or a page. `return reply.refuse([...])`. */
    refuse(refusals: readonly Refusal[]): Promise<FastifyReply>;
  }
  interface FastifyInstance {
    readonly listedRoutes: readonly ListedRoute[];
    /** http vs https decides the cookies' names and their Secure flag. */
    readonly isSecure: boolean;
    /** Where a slice registers what it measures, for /metrics. */
    readonly metrics: Registry;
    /** Of a trial county: its cookies have names of their own. */
    readonly isTrial: boolean;
  }
}

/** Files are limited by their own rules (files/); this only bounds what nobody reads. */
const fileCeilingBytes = 256 * 1024 * 1024;

/** The web server with what is the same for every route. Slices add theirs, then it listens. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { config } = options;
  const isSecure = config.publicUrl.startsWith('https:');
  const app: App = Fastify({
    logger: loggerOptions(config.logLevel, options.logTo, config.trialId),
    // One line an answer is written in addHooks, without the URL.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomBytes(8).toString('hex'),
    trustProxy: trusted(config.trustProxy),
    bodyLimit: 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    ajv: {
      customOptions: {
        coerceTypes: 'array',
        removeAdditional: false,
        allErrors: false,
        allowUnionTypes: true,
        code: { optimize: false },
      },
    },
  }).withTypeProvider<TypeBoxProvider>();
  app.decorate('isSecure', isSecure);
  app.decorate('isTrial', config.trialId !== undefined);
  app.decorate('listedRoutes', requireRights(app));
  app.decorateRequest('resident', undefined);
  app.decorateRequest('staff', undefined);
  app.decorateRequest('language', 'zh-CN');
  addRefusals(app, options);
  await app.register(cookie);
  await app.register(formbody);
  const limits = { fileSize: fileCeilingBytes, files: 20, fields: 500, fieldSize: 16 * 1024 };
  await app.register(multipart, { limits });
  addHooks(app, options);
  await addOpenApi(app);
  const metrics = addHealth(app, {
    readiness: options.readiness,
    ...(config.metricsToken !== undefined && { metricsToken: config.metricsToken }),
    ...(config.trialId !== undefined && { trialId: config.trialId }),
  });
  app.decorate('metrics', metrics);
  return app;
}

type TrustedProxies = Config['trustProxy'];

/** A number of hops is a function for Fastify: the nearest `hops` proxies are believed. */
function trusted(proxies: TrustedProxies) {
  if (typeof proxies === 'number') return (_: string, hop: number) => hop < proxies;
  return typeof proxies === 'boolean' ? proxies : [...proxies];
}

function addRefusals(app: App, options: AppOptions): void {
  app.decorateReply('refuse', async function (this: FastifyReply, refusals) {
    return sendProblem(this, options, problemOf(options.refusals, refusals, this.request.language));
  });
  app.setNotFoundHandler({}, (_, reply) => reply.refuse([{ code: 'page-not-found' }]));
  app.setErrorHandler(async (error, request, reply) => {
    const refusal = refusalOfError(error, request.id);
    const problem = problemOf(options.refusals, [refusal], request.language);
    if (problem.status >= 500) request.log.error({ err: error, reqId: request.id }, refusal.code);
    if (problem.status === 503) void reply.header('retry-after', '5');
    const incident = problem.status >= 500 ? { incidentId: request.id } : {};
    return sendProblem(reply, options, { ...problem, ...incident });
  });
}

function wantsPage(request: FastifyRequest): boolean {
  if (request.url.startsWith('/api/')) return false;
  return (request.headers.accept ?? '').includes('text/html');
}

async function sendProblem(
  reply: FastifyReply,
  options: AppOptions,
  problem: Problem,
): Promise<FastifyReply> {
  const { retryAfterSeconds } = problem.params;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  void reply.code(problem.status);
  if (wantsPage(reply.request) && options.renderProblem !== undefined) {
    const page = await options.renderProblem(problem, reply.request, reply);
    if (reply.sent) return reply;
    if (page !== undefined) return reply.type('text/html; charset=utf-8').send(page);
  }
  return reply
    .type('application/problem+json; charset=utf-8')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problem);
}

function addHooks(app: App, options: AppOptions): void {
  const { publicUrl, trialId } = options.config;
  const { isSecure } = app;
  const { origin } = new URL(publicUrl);
  app.addHook('onRequest', async (request, reply) => {
    request.language = languageOf(request);
    if (!isFromOwnSite(request, origin)) return reply.refuse([{ code: 'foreign-origin' }]);
    await identify(request, options.guard, app);
    const right = request.routeOptions.config.right;
    if (right === undefined) return; // the not-found handler: there is no route to guard
    const refusal = refusalOfRight(right, request, options.guard);
    if (refusal !== undefined) return reply.refuse([refusal]);
  });
  app.addHook('preValidation', async (request, reply) => {
    if ([request.params, request.query, request.body].every(isStorable)) return;
    return reply.refuse([{ code: 'request-invalid', params: { fields: 'text' } }]);
  });
  app.addHook('onSend', async (request, reply) => {
    // A handler that sends a file has set the file's own policy.
    if (!reply.hasHeader('content-security-policy')) {
      void reply.headers(securityHeaders[policyOf(request, reply)]);
    }
    if (isSecure) void reply.header('strict-transport-security', 'max-age=31536000');
    void reply.header('x-request-id', request.id);
    // Programs see it too: nothing that this program answers is of a real county.
    if (trialId !== undefined) void reply.header('x-trial', trialId);
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', (request, reply, done) => {
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    const line = { reqId: request.id, method: request.method, route: routeOf(request), ms };
    request.log.info({ ...line, status: reply.statusCode }, 'answered');
    done();
  });
}

/** A route of files does not know what it will send: a PDF does not open in the sandbox. */
function policyOf(request: FastifyRequest, reply: FastifyReply): PagePolicy {
  const page = request.routeOptions.config.page ?? 'strict';
  const type = String(reply.getHeader('content-type') ?? '');
  return page === 'file' && type.startsWith('application/pdf') ? 'pdf' : page;
}

async function addOpenApi(app: App): Promise<void> {
  app.addSchema(Problem);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Yichuang',
        version: '1',
        description: 'Every act that is possible in a browser is possible here.',
      },
    },
    refResolver: {
      buildLocalReference: (json, _, __, index) =>
        typeof json.$id === 'string' ? json.$id : `def-${index}`,
    },
  });
  const hidden = { config: { right: 'public' as const }, schema: { hide: true } };
  app.get('/api/openapi.json', hidden, (_, reply) => {
    return reply.type('application/json').send(JSON.stringify(app.swagger()));
  });
}
