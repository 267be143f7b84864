// Large type and English: chosen by a link, kept for the next visit, the same pages underneath.

import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  identify,
  items,
  logIn,
  openBrowser,
  resident,
  soleProprietorSections,
  startServer,
  answerSection,
  type TestBrowser,
  type TestServer,
} from './harness/index.ts';

const person = resident('luo-jianguo');
const leastTypePx = 24;
const leastTargetPx = 60;

let server: TestServer;
let browser: TestBrowser;
let phone: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  phone = await browser.newPage({ viewport: 'phone', baseUrl: server.url });
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

const typePx = (place: Locator) =>
  place.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

/** Buttons and fields that are too small for an unsteady hand, by their names. */
async function smallTargets(page: Page): Promise<string[]> {
  const targets = await page.getByRole('main').locator('button, input, select, textarea').all();
  const small: string[] = [];
  for (const target of targets) {
    const box = (await target.isVisible()) ? await target.boundingBox() : null;
    const kind = await target.getAttribute('type');
    const isMark = kind === 'radio' || kind === 'checkbox' || kind === 'hidden';
    if (box === null || isMark || box.height >= leastTargetPx) continue;
    small.push(`${(await target.innerText()) || (await target.getAttribute('id'))} ${box.height}`);
  }
  return small;
}

describe('large type', () => {
  it('is one link away on every page and comes back to the same page', async () => {
    await phone.goto(`/items/${items.soleProprietor}`);
    await phone.getByRole('link', { name: '长者版' }).click();
    await phone.getByRole('heading', { name: '个体工商户设立登记', level: 1 }).waitFor();
    expect(await typePx(phone.getByRole('main'))).toBeGreaterThanOrEqual(leastTypePx);
    const [cookie] = await phone.context().cookies();
    expect(cookie).toMatchObject({ name: 'yc_elder', value: '1' });
  });

  it('stays on through the log-in and the first steps, with targets for a thumb', async () => {
    expect(await smallTargets(phone)).toEqual([]);
    await phone.getByRole('button', { name: '在线办理' }).click();
    expect(await smallTargets(phone)).toEqual([]);
    await logIn(phone, server, person);
    expect(await smallTargets(phone)).toEqual([]);
    await identify(phone, person);
    await phone.getByRole('button', { name: '开始填写' }).click();
    await phone.getByRole('heading', { name: '字号和经营场所', level: 1 }).waitFor();
    expect(await typePx(phone.getByRole('main'))).toBeGreaterThanOrEqual(leastTypePx);
    expect(await smallTargets(phone)).toEqual([]);
    await answerSection(phone, soleProprietorSections.business, '经营者');
  });

  it('never scrolls sideways on a phone', async () => {
    for (const path of ['/', '/items', `/items/${items.constructionPermit}`, '/track', '/my']) {
      await phone.goto(path);
      const width = await phone.evaluate(() => document.documentElement.scrollWidth);
      expect(width, path).toBeLessThanOrEqual(390);
    }
  });

  it('is switched off by the same place', async () => {
    await phone.getByRole('link', { name: '标准版' }).click();
    await phone.getByRole('link', { name: '长者版' }).waitFor();
    expect(await typePx(phone.getByRole('main'))).toBeLessThan(leastTypePx);
  });
});

describe('English', () => {
  it('is one link away, and the guide and the filing speak it', async () => {
    await phone.goto(`/items/${items.soleProprietor}`);
    await phone.getByRole('link', { name: 'English' }).click();
    const title = 'Registration of an individual business';
    await phone.getByRole('heading', { name: title, level: 1 }).waitFor();
    expect(await phone.locator('html').getAttribute('lang')).toBe('en');
    await phone.goto('/my');
    await phone
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .click();
    await phone.getByRole('heading', { name: 'Proprietor', level: 1 }).waitFor();
    await phone.getByRole('group', { name: 'Form' }).waitFor();
  });

  it('greets a browser that asks for English, without a cookie', async () => {
    const page = await browser.newPage({ viewport: 'desktop', baseUrl: server.url, locale: 'en' });
    await page.goto('/');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.context().close();
  });
});
