import { Type, type Static } from '@sinclair/typebox';
import { instantMs, isInstant } from '@yichuang/kernel/time';
import type { FastifyError } from 'fastify';
import { Conflict, OperatingError, Timeout, Unavailable } from '../operating-error.ts';
import type { Language, Refusal, RefusalRegistry } from '../refusal.ts';
import type { PlatformRefusalCode } from './refusals.ts';

const Basis = Type.Object({
  law: Type.String(),
  article: Type.String(),
  text: Type.Optional(Type.String()),
  version: Type.Optional(Type.String()),
});

const Params = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]));

/** application/problem+json (RFC 9457): the one shape of everything that is not an answer. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String(),
    params: Params,
    nextStep: Type.String(),
    legalBasis: Type.Optional(Basis),
    /** Every refusal of the request, in the order of their precedence, when there are several. */
    problems: Type.Optional(
      Type.Array(Type.Object({ code: Type.String(), detail: Type.String(), params: Params })),
    ),
    incidentId: Type.Optional(Type.String()),
  },
  { $id: 'Problem' },
);
export type Problem = Static<typeof Problem>;

function fill(
  text: string,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    readable(params[name] ?? whole, language),
  );
}

/** People read an instant as a time in Shanghai; programs find it whole in `params`. */
function readable(value: string | number, language: Language): string {
  if (typeof value === 'number' || !isInstant(value)) return String(value);
  return formats[language].format(instantMs(value));
}

const shown: Intl.DateTimeFormatOptions = {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'short',
};
const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', shown),
  en: new Intl.DateTimeFormat('en-GB', shown),
};

/**
 * Refusals (values) as a problem. The first decides status and text.
 * @throws Error for a code that is in no registry: a programmer's error, found by the tests
 */
export function problemOf(
  registry: RefusalRegistry,
  refusals: readonly Refusal[],
  language: Language,
): Problem {
  const [first, ...others] = refusals;
  if (first === undefined) throw new Error('no refusal was given');
  const entry = registry.entries[first.code];
  const text = registry.texts[language][first.code];
  if (entry === undefined || text === undefined) {
    throw new Error(`refusal ${first.code} is in no registry`);
  }
  const params = first.params ?? {};
  const basis = first.basis ?? entry.basis;
  const detailOf = (each: Refusal): string =>
    fill(registry.texts[language][each.code]?.detail ?? each.code, each.params ?? {}, language);
  const detail = detailOf(first);
  return {
    type: `/problems/${first.code}`,
    title: detail.replace(/[。.：:].*$/s, ''),
    status: entry.http,
    detail,
    code: first.code,
    params: { ...params },
    nextStep: fill(text.nextStep, params, language),
    ...(basis !== undefined && { legalBasis: basis }),
    ...(others.length > 0 && {
      problems: refusals.map((each) => ({
        code: each.code,
        detail: detailOf(each),
        params: { ...each.params },
      })),
    }),
  };
}

/** The three kinds of errors, and Fastify's own, as refusals. This is the one mapping there is. */
export function refusalOfError(error: unknown, incidentId: string): Refusal {
  const of = (
    code: PlatformRefusalCode,
    params: Readonly<Record<string, string | number>> = {},
  ): Refusal => ({ code, params });
  if (error instanceof Unavailable) return of('service-unavailable');
  if (error instanceof Conflict) return of('changed-meanwhile');
  if (error instanceof Timeout) return of('too-slow');
  if (error instanceof OperatingError) return of('internal-fault', { incidentId });
  const { statusCode, validation } = (error ?? {}) as Partial<FastifyError>;
  if (validation !== undefined) return of('request-invalid', { fields: fieldsOf(validation) });
  if (statusCode === 404) return of('page-not-found');
  if (statusCode === 413) return of('request-too-large');
  if (statusCode === 415) return of('request-type-unknown');
  if (statusCode === 503) return of('service-unavailable');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return of('request-invalid', { fields: 'body' });
  }
  return of('internal-fault', { incidentId });
}

/** Names of the fields only: a message with the value in it would end up in logs and screens. */
function fieldsOf(validation: NonNullable<FastifyError['validation']>): string {
  const names = validation.map(({ instancePath, params }) => {
    const missing = (params as { missingProperty?: unknown }).missingProperty;
    const inner = typeof missing === 'string' ? `/${missing}` : '';
    return `${instancePath}${inner}`.replace(/^\//, '').replaceAll('/', '.') || 'body';
  });
  return [...new Set(names)].join(', ');
}
