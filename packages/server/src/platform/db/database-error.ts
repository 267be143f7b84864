import {
  Conflict,
  ConstraintViolation,
  OperatingError,
  Timeout,
  Unavailable,
  type ConstraintKind,
} from '../operating-error.ts';

const constraintKinds: Readonly<Record<string, ConstraintKind>> = {
  '23502': 'not-null',
  '23503': 'foreign-key',
  '23505': 'unique',
  '23514': 'check',
  '23P01': 'exclusion',
};

const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
]);

/** Starting up, shutting down, too many connections, a standby that cannot write. */
const unavailableCodes = new Set(['57P01', '57P02', '57P03', '57P05', '53300', '25006']);

const lostConnection =
  /Connection terminated|Client was closed|not queryable|timeout exceeded when trying to connect/;

interface CodedError extends Error {
  readonly code?: unknown;
  readonly constraint?: unknown;
}

function codeOf(error: CodedError): string {
  return typeof error.code === 'string' ? error.code : '';
}

function constraintOf(error: CodedError): string {
  const named = typeof error.constraint === 'string' ? error.constraint : undefined;
  const quoted = /constraint "([^"]+)"/.exec(error.message)?.[1];
  return (named ?? quoted?.replace(/_\d{6,}$/, '') ?? 'unknown').toLowerCase();
}

function isUnavailable(code: string, message: string): boolean {
  return (
    code.startsWith('08') ||
    unavailableCodes.has(code) ||
    socketCodes.has(code) ||
    lostConnection.test(message)
  );
}

/**
 * The driver's error as one of our operating errors, by SQLSTATE. Anything else (a syntax error,
 * a missing right) is a programmer's error and is given back unchanged.
 */
export function toOperatingError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof OperatingError) return error;
  const code = codeOf(error);
  const kind = constraintKinds[code];
  if (kind !== undefined)
    return new ConstraintViolation(kind, constraintOf(error), { cause: error });
  if (isUnavailable(code, error.message)) {
    return new Unavailable('the database cannot be reached', { cause: error });
  }
  if (code === '40001' || code === '40P01' || code === '55P03') {
    return new Conflict('another transaction holds or changed the same rows', { cause: error });
  }
  if (code === '57014' || error.message === 'Query read timeout') {
    return new Timeout('the database did not answer in time', { cause: error });
  }
  // Citus: a serialisation failure at COMMIT and the first use of a dead worker's connection.
  if (code === 'XX000')
    return new Unavailable('the database gave up a transaction', { cause: error });
  return error;
}

/**
 * May the transaction be run again? `rolled-back` covers what is known not to have happened
 * (serialisation failure, deadlock). `idempotent` adds lost connections: an unanswered COMMIT is
 * unknown, so only a command with an idempotency key may be repeated.
 */
export function isRetryable(error: unknown, extent: 'rolled-back' | 'idempotent'): boolean {
  if (error instanceof Conflict) return codeOf(error.cause as CodedError) !== '55P03';
  return extent === 'idempotent' && error instanceof Unavailable;
}
