import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { registerPortal, type PortalServices } from '../index.ts';

/** The whole site on the services given, with the form parsers that the server gives it. */
export async function exampleSite(services: PortalServices): Promise<FastifyInstance> {
  const app = Fastify();
  await app.register(formbody);
  await app.register(multipart);
  await registerPortal(app, { services, cookieSecure: false, sessionCookie: 'yc_session' });
  return app;
}
