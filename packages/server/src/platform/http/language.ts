import type { FastifyRequest } from 'fastify';
import type { Language } from '../refusal.ts';

export const languageCookie = 'yc_lang';

/** Chinese, unless the visitor chose English (cookie) or a browser prefers it to Chinese. */
export function languageOf(request: FastifyRequest): Language {
  const chosen = request.cookies[languageCookie];
  if (chosen === 'en' || chosen === 'zh-CN') return chosen;
  const accepted = (request.headers['accept-language'] ?? '').toLowerCase();
  const english = accepted.search(/\ben\b/);
  const chinese = accepted.search(/\bzh\b/);
  return english >= 0 && (chinese < 0 || english < chinese) ? 'en' : 'zh-CN';
}
