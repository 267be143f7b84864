import type { Static, TSchema } from '@sinclair/typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyTypeProvider,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { Language } from '../refusal.ts';
import type { RouteRight, Session } from './session.ts';

/** Handlers see the types of their TypeBox schemas. */
export interface TypeBoxProvider extends FastifyTypeProvider {
  validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
  serializer: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxProvider
>;

/** A reply, for those who may not import Fastify. */
export type AppReply = FastifyReply;

/** Which Content-Security-Policy a page gets; see security-headers.ts. */
export type PagePolicy = 'strict' | 'console' | 'file' | 'pdf';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Required of every route: there is no route without a declared right. */
    right?: RouteRight;
    page?: PagePolicy;
  }
  interface FastifyRequest {
    /** The session of the resident's cookie or token, where there is a valid one. */
    resident: Session | undefined;
    /** The session of the staff cookie or token, where there is a valid one. */
    staff: Session | undefined;
    language: Language;
  }
}
