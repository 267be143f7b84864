import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';

/** A posted form: every field a text, trimmed, the last of several with one name. */
export class PostedForm {
  readonly pairs: readonly (readonly [name: string, value: string])[];
  readonly #values: ReadonlyMap<string, string>;

  constructor(pairs: readonly (readonly [string, string])[]) {
    this.pairs = pairs;
    this.#values = new Map(pairs);
  }

  text(name: string): string {
    return (this.#values.get(name) ?? '').trim();
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  all(name: string): string[] {
    return this.pairs.filter(([each]) => each === name).map(([, value]) => value);
  }
}

/** A form's idempotency key; a new one where it is none of ours. */
export function keyIn(text: string): string {
  return /^[\w-]{1,100}$/.test(text) ? text : randomUUID();
}

/** The body that the server's form parser left; anything else is an empty form. */
export function postedForm(request: FastifyRequest): PostedForm {
  const { body } = request;
  if (typeof body !== 'object' || body === null) return new PostedForm([]);
  const pairs = Object.entries(body as Record<string, unknown>).flatMap(([name, value]) =>
    [value].flat().flatMap((each) => (typeof each === 'string' ? [[name, each] as const] : [])),
  );
  return new PostedForm(pairs);
}
