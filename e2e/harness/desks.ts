// Desks of the demo's staff: everybody logs in once, in a browser of their own.

import type { Page } from 'playwright-core';
import type { TestBrowser } from './browser.ts';
import { logInStaff } from './console.ts';
import { staffAccount, type Connection } from './http.ts';
import type { TestServer } from './server.ts';

export interface Desks {
  /** The person's page, opened at the case. */
  readonly at: (account: string, caseId: string) => Promise<Page>;
  /** The person's page as it stands. */
  readonly front: (account: string) => Promise<Page>;
  readonly api: (account: string) => Promise<Connection>;
}

export function openDesks(server: TestServer, browser: TestBrowser): Desks {
  const pages = new Map<string, Promise<Page>>();
  const connections = new Map<string, Promise<Connection>>();
  const logIn = async (account: string) => {
    const page = await browser.newPage({ viewport: 'desktop', baseUrl: server.url });
    await logInStaff(page, server, account);
    return page;
  };
  return {
    at: async (account, caseId) => {
      const page = await kept(pages, account, logIn);
      await page.goto(`/console/cases/${caseId}`);
      await page.getByRole('tablist', { name: '办件内容' }).waitFor();
      return page;
    },
    front: (account) => kept(pages, account, logIn),
    api: (account) => kept(connections, account, (name) => staffAccount(server, name)),
  };
}

/** Gives the page the cookies of a log-in that was made through the programming interface. */
export async function showAs(page: Page, { url, cookie }: Connection): Promise<void> {
  const cookies = cookie.split('; ').map((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    return { name, value, url };
  });
  await page.context().addCookies(cookies);
}

function kept<T>(
  known: Map<string, Promise<T>>,
  account: string,
  make: (account: string) => Promise<T>,
): Promise<T> {
  const found = known.get(account) ?? make(account);
  known.set(account, found);
  return found;
}
