import { Type } from '@sinclair/typebox';
import { CertificateCheck } from '@yichuang/contracts';
import type { App } from '../platform/http/index.ts';
import { addressKey, type RateLimiter } from '../platform/rate-limit/index.ts';
import type { Secrets } from '../platform/secrets/index.ts';
import { checkCertificate, type CertificateDeps } from './check-certificate.ts';

/** Enough for a site inspector with a stack of licences, too little to walk through numbers. */
const CHECKS = { limit: 60, windowMs: 10 * 60 * 1000 } as const;

export interface CertificateRouteDeps extends CertificateDeps {
  readonly rateLimiter: RateLimiter;
  readonly secrets: Secrets;
}

/** Whether a certificate is genuine and in force: open to everybody. */
export function registerCertificateRoutes(app: App, deps: CertificateRouteDeps): void {
  app.get(
    '/api/certificates/:number',
    {
      config: { right: 'public' },
      schema: {
        params: Type.Object({ number: Type.String({ minLength: 4, maxLength: 120 }) }),
        response: { 200: CertificateCheck },
      },
    },
    async (request, reply) => {
      const visitor = addressKey(deps, request.ip);
      const taken = await deps.rateLimiter.take(`certificate-check ${visitor}`, CHECKS);
      if (!taken.ok) {
        void reply.header('retry-after', String(taken.retryAfterSeconds));
        return reply.refuse([taken.refusal]);
      }
      const checked = await checkCertificate(deps, request.params.number);
      if (checked === undefined) return reply.refuse([{ code: 'certificate-not-found' }]);
      return checked;
    },
  );
}
