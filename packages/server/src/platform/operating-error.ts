/**
 * What went wrong outside the program's own logic. Adapters (database, files, gateways) throw
 * these and nothing else; a use case retries or passes them on; `http/problem.ts` turns them into
 * problem+json. Refusals are values and never come this way; a programmer's error is an assertion.
 */
export class OperatingError extends Error {
  override readonly name: string = 'OperatingError';
}

/** The other side cannot be reached now (HTTP 503). The same request may succeed later. */
export class Unavailable extends OperatingError {
  override readonly name = 'Unavailable';
}

/** Somebody else changed or holds the same thing (HTTP 409). Read again, decide again. */
export class Conflict extends OperatingError {
  override readonly name = 'Conflict';
}

/** No answer within the time allowed (HTTP 504). What happened on the other side is unknown. */
export class Timeout extends OperatingError {
  override readonly name = 'Timeout';
}

export type ConstraintKind = 'unique' | 'foreign-key' | 'check' | 'not-null' | 'exclusion';

/**
 * The database refused a row. `constraint` is the name as the migration declares it: on Citus the
 * driver gives no name and the message has the shard's number, so it is taken from the message.
 */
export class ConstraintViolation extends OperatingError {
  override readonly name = 'ConstraintViolation';
  readonly kind: ConstraintKind;
  readonly constraint: string;

  constructor(kind: ConstraintKind, constraint: string, options?: ErrorOptions) {
    super(`${kind} constraint ${constraint} refused the row`, options);
    this.kind = kind;
    this.constraint = constraint;
  }
}
