import type { FastifyRequest } from 'fastify';
import type { LogLevel } from '../config/index.ts';

interface LoggedError {
  readonly [key: string]: unknown;
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack: string;
  readonly cause?: LoggedError;
}

/** No `detail` or `where` of the database's errors: they quote the row. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error', stack: '' };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: error.message,
    stack: depth === 0 ? (error.stack ?? '') : '',
    ...(error.cause !== undefined && depth < 3 && { cause: loggedError(error.cause, depth + 1) }),
  };
}

/**
 * Structured logs to standard error (standard output is for the line "ready"). Without personal
 * data: no bodies, no query strings, no addresses; a path appears as its route's pattern.
 */
export function loggerOptions(level: LogLevel, stream?: NodeJS.WritableStream, trialId?: string) {
  return {
    level,
    base: trialId === undefined ? null : { trial: trialId },
    stream: stream ?? process.stderr,
    serializers: {
      req: (request: FastifyRequest) => ({ method: request.method, route: routeOf(request) }),
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      err: (error: Error) => loggedError(error),
    },
  } as const;
}

export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unknown';
}
