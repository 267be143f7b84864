import { civilDate, instantMs } from '@yichuang/kernel/time';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Assets } from './assets.ts';
import { localPath } from './carry.ts';
import { readCookie } from './cookies.ts';
import type { Html } from './html.ts';
import type { PageContext } from './page-context.ts';
import type { Locale, PortalServices, Visitor } from './services.ts';
import { translator } from './texts/translate.ts';

export const cookieNames = {
  language: 'yc_lang',
  elder: 'yc_elder',
} as const;

export interface PortalParts {
  readonly services: PortalServices;
  readonly assets: Assets;
  /** The site is served over https. */
  readonly isSecure: boolean;
  readonly sessionCookie: string;
}

/** How long the footer's root and the home page's count of letters are kept. */
const keptMs = 60_000;

/** What all routes share: the services, the reader's context, and how a page is sent. */
export class Portal {
  readonly services: PortalServices;
  readonly assets: Assets;
  readonly isSecure: boolean;
  readonly sessionCookie: string;
  #answered: { readonly untilMs: number; readonly value: number } | undefined;
  #root: { readonly untilMs: number; readonly value: PageContext['latestRoot'] } | undefined;

  constructor(parts: PortalParts) {
    this.services = parts.services;
    this.assets = parts.assets;
    this.isSecure = parts.isSecure;
    this.sessionCookie = parts.sessionCookie;
  }

  /** @param path where switches come back to, when not this address (the answer to a POST) */
  async context(request: FastifyRequest, path?: string): Promise<PageContext> {
    const token = readCookie(request, this.sessionCookie);
    const session = token === undefined ? undefined : await this.services.session(token);
    return {
      ...this.strangerContext(request, path),
      session,
      latestRoot: await this.#latestRoot(),
    };
  }

  /** A context that asks nothing of the database, for pages that say it is away. */
  strangerContext(request: FastifyRequest, path?: string): PageContext {
    const { services } = this;
    const locale = localeOf(request);
    const now = services.now();
    return {
      locale,
      t: translator(locale),
      isElder: readCookie(request, cookieNames.elder) === '1',
      session: undefined,
      path: path ?? ownPath(request),
      now,
      today: civilDate(now),
      county: services.county,
      isDemo: services.isDemo,
      isTrial: services.isTrial === true,
      hasLetters: services.letters !== undefined,
      hasReviews: services.reviews !== undefined,
      assets: this.assets.url,
      latestRoot: this.#root?.value,
    };
  }

  /** Letters answered in public, for the home page; undefined where there are no letters. */
  async lettersAnswered(locale: Locale): Promise<number | undefined> {
    const { letters } = this.services;
    if (letters === undefined) return undefined;
    const nowMs = instantMs(this.services.now());
    if (this.#answered === undefined || this.#answered.untilMs < nowMs) {
      const { answered: value } = await letters.letterStatistics(locale);
      this.#answered = { untilMs: nowMs + keptMs, value };
    }
    return this.#answered.value;
  }

  async #latestRoot(): Promise<PageContext['latestRoot']> {
    const nowMs = instantMs(this.services.now());
    if (this.#root === undefined || this.#root.untilMs < nowMs) {
      const [value] = await this.services.ledgerRoots();
      this.#root = { untilMs: nowMs + keptMs, value };
    }
    return this.#root.value;
  }
}

export function sendPage(reply: FastifyReply, page: Html, status = 200): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.text);
}

export function visitorOf(request: FastifyRequest): Visitor {
  const userAgent = (request.headers['user-agent'] ?? '').slice(0, 200);
  const isStaff = 'staff' in request && request.staff !== undefined;
  return { ip: request.ip, userAgent, isStaff };
}

/** Chinese, unless the reader chose English or asks for it before Chinese. */
function localeOf(request: FastifyRequest): Locale {
  const chosen = readCookie(request, cookieNames.language);
  if (chosen === 'en' || chosen === 'zh-CN') return chosen;
  const accepted = (request.headers['accept-language'] ?? '').toLowerCase();
  const english = accepted.search(/\ben\b/);
  const chinese = accepted.search(/\bzh\b/);
  return english >= 0 && (chinese < 0 || english < chinese) ? 'en' : 'zh-CN';
}

function ownPath(request: FastifyRequest): string {
  return request.method === 'GET' ? localPath(request.url, '/') : '/';
}
