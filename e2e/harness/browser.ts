// Chromium as people use it: a phone or a desk, with or without scripts, large type on or off.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromiumPath } from '../../tools/ensure-system.ts';

const root = join(import.meta.dirname, '../..');

// Without these Chromium looks for its maker's servers at every start, which a closed network
// refuses many at a time.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
];

/** Longer than any page takes on two busy cores, short enough to fail with the reason at hand. */
const waitMs = 30_000;

const viewports = {
  phone: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
  desktop: { viewport: { width: 1440, height: 900 } },
} satisfies Record<string, BrowserContextOptions>;

export interface PageOptions {
  readonly viewport: keyof typeof viewports;
  /** False: what a browser without scripts sees. */
  readonly javaScript?: boolean;
  /** True: the visitor has switched large type on (the portal's cookie `yc_elder=1`). */
  readonly elder?: boolean;
  /** Where the pages are; needed with `elder`, and makes `page.goto('/…')` short. */
  readonly baseUrl?: string;
  /** Language the browser asks for; zh-CN unless told. */
  readonly locale?: 'zh-CN' | 'en';
}

export interface TestBrowser {
  /** A page in a context of its own: nobody's cookies, nobody's log-in. */
  readonly newPage: (options: PageOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** Starts the system's Chromium. `ensureSystem(['chromium'])` must have run before. */
export async function openBrowser(): Promise<TestBrowser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('No Chromium on this machine.');
  const browser = await chromium.launch({ executablePath, args: flags });
  return {
    newPage: async (options) => {
      const page = await (await newContext(browser, options)).newPage();
      page.setDefaultTimeout(waitMs);
      return page;
    },
    close: () => browser.close(),
  };
}

/**
 * Saves what is visible as `docs/screens/NAME.png`, only when SCREENSHOTS is set: pictures in
 * the documents are made on purpose, not by every test run.
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env['SCREENSHOTS'] === undefined) return;
  const folder = join(root, 'docs/screens');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

async function newContext(browser: Browser, options: PageOptions): Promise<BrowserContext> {
  const { baseUrl } = options;
  const context = await browser.newContext({
    ...viewports[options.viewport],
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    javaScriptEnabled: options.javaScript ?? true,
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  });
  if (options.elder === true) {
    if (baseUrl === undefined) throw new Error('elder needs baseUrl: a cookie belongs to a site');
    await context.addCookies([{ name: 'yc_elder', value: '1', url: baseUrl }]);
  }
  return context;
}
