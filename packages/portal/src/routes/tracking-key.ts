import type { FastifyRequest } from 'fastify';
import type { PageContext } from '../page-context.ts';
import type { TrackForm, TrackingKey } from '../pages/track-page.ts';
import { postedForm } from '../posted-form.ts';
import { PortalRefusal } from '../services.ts';

export function keyOf(request: FastifyRequest): TrackingKey {
  const form = postedForm(request);
  return { number: form.text('number'), password: form.text('password') };
}

export function missingIn(ctx: PageContext, key: TrackingKey): TrackForm['problems'] {
  const problems = (['number', 'password'] as const)
    .filter((field) => key[field] === '')
    .map((field) => ({ field, text: ctx.t(`track.${field}-missing`) }));
  return problems.length === 0 ? undefined : problems;
}

/** Of a wrong number, a wrong password and someone else's case the answer is the same. */
export async function orRefusalOrUnknown<Value>(
  work: Promise<Value>,
): Promise<Value | PortalRefusal> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PortalRefusal) return error;
    throw error;
  }
}
