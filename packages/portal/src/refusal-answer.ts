import type { PageContext } from './page-context.ts';
import { PortalRefusal } from './services.ts';
import { localText } from './texts/translate.ts';

/** @throws PortalRefusal for what is not there, or is not the reader's: both look the same */
export function notFound(): never {
  throw new PortalRefusal({ status: 404, code: 'page-not-found', message: '' });
}

/** The refusal as one text for a page: what is the matter, then what to do. */
export function refusalText(ctx: PageContext, refusal: PortalRefusal): string {
  const gap = ctx.locale === 'en' ? ' ' : '';
  const parts = [localText(refusal.text, ctx.locale), localText(refusal.nextStep, ctx.locale)];
  return parts.filter((part) => part !== '').join(gap);
}

/** Runs `work`; a refusal of its input (not of access) comes back as a value to be shown. */
export async function orRefusal<Value>(work: Promise<Value>): Promise<Value | PortalRefusal> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PortalRefusal && error.status !== 403 && error.status !== 404) {
      return error;
    }
    throw error;
  }
}
