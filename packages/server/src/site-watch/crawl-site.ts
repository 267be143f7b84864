import { askPage } from './ask-page.ts';

export interface DeadLink {
  readonly path: string;
  /** Some of the pages that lead there. */
  readonly from: readonly string[];
}

export interface Crawl {
  readonly pages: number;
  readonly dead: readonly DeadLink[];
}

const MOST_PAGES = 400;
const MOST_FROM = 5;
/** What needs a log-in, is no page, or changes something. */
const LEFT_OUT = /^\/(?:api|console|my|inbox|drafts|log-?out|demo|assets)(?:\/|$)/u;

/**
 * Follows the links of the public site from its home page, one page after the other.
 *
 * @param turn moves the choice of pages from night to night, where there are more than one can see
 */
export async function crawlSite(
  publicUrl: string,
  turn = 0,
  mostPages = MOST_PAGES,
): Promise<Crawl> {
  const from = new Map<string, Set<string>>([['/', new Set()]]);
  const waiting = ['/'];
  const dead: DeadLink[] = [];
  let pages = 0;
  while (pages < mostPages) {
    const path = waiting.shift();
    if (path === undefined) break;
    pages += 1;
    const { status, html } = await askPage(new URL(path, publicUrl).href);
    if (status === undefined || status >= 400) {
      dead.push({ path, from: [...(from.get(path) ?? [])].slice(0, MOST_FROM) });
      continue;
    }
    const links = linksIn(html, path, publicUrl);
    for (const link of rotated(links, turn)) {
      const known = from.get(link);
      if (known !== undefined) known.add(path);
      else {
        from.set(link, new Set([path]));
        waiting.push(link);
      }
    }
  }
  return { pages, dead };
}

const HREF = /<a\b[^>]*\shref="([^"]+)"/giu;

/** Addresses on the site itself, without their fragments. */
export function linksIn(html: string, path: string, publicUrl: string): string[] {
  const base = new URL(path, publicUrl);
  const found = [...html.matchAll(HREF)].flatMap(([, href = '']) => {
    const url = URL.parse(href.replaceAll('&amp;', '&'), base.href);
    if (url === null || url.origin !== base.origin || LEFT_OUT.test(url.pathname)) return [];
    return [`${url.pathname}${url.search}`];
  });
  return [...new Set(found)];
}

function rotated<T>(list: readonly T[], turn: number): T[] {
  const at = list.length === 0 ? 0 : turn % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}
