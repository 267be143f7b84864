// Every page of the portal's examples in a real browser, as a phone, a desk and with large type
// show it: nothing shuts people out, nothing is wider than the screen, and no file or style breaks
// the security policy. The journeys over a whole server are in the other specs.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Assets } from '../packages/portal/src/assets.ts';
import { exampleContext, pageExamples } from '../packages/portal/src/examples/pages.examples.ts';
import { exampleImage } from '../packages/portal/src/examples/services.examples.ts';
import { checkAccessibility, openBrowser } from './harness/index.ts';
import type { TestBrowser } from './harness/index.ts';

const site = 'http://portal.test';
const assets = new Assets('example');
const policy =
  "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; " +
  "form-action 'self'; frame-ancestors 'none'";

let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Serves the examples by name, with the server's policy and the portal's own files. */
async function serve(page: Page, of: Parameters<typeof exampleContext>[0] = {}): Promise<void> {
  const ctx = exampleContext(of);
  await page.route(`${site}/**`, (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    if (path.startsWith('/assets/')) {
      const asset = assets.find(path.split('/').at(-1) ?? '');
      if (asset === undefined) return route.fulfill({ status: 404, body: '' });
      return route.fulfill({ contentType: asset.mediaType, body: asset.bytes });
    }
    if (path.startsWith('/files/')) {
      return route.fulfill({ contentType: 'image/png', body: Buffer.from(exampleImage.bytes) });
    }
    const make = pageExamples[path.slice(1)];
    if (make === undefined) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
      body: make(ctx).text,
    });
  });
}

const readers = [
  { name: 'a phone', viewport: 'phone' as const, of: {} },
  { name: 'a desk', viewport: 'desktop' as const, of: {} },
  { name: 'large type on a phone', viewport: 'phone' as const, of: { isElder: true } },
  { name: 'English on a phone', viewport: 'phone' as const, of: { locale: 'en' as const } },
];

describe.each(readers)('the portal for $name', ({ viewport, of }) => {
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    page = await browser.newPage({ viewport });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await serve(page, of);
  });
  afterAll(() => page.close());

  it.each(Object.keys(pageExamples))('%s', async (name) => {
    complaints.length = 0;
    await page.goto(`${site}/${encodeURIComponent(name)}`);
    await checkAccessibility(page);
    // A phone widens its view for what does not fit: against its own width nothing is too wide.
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(viewport === 'phone' ? 390 : 1440);
    expect(complaints).toEqual([]);
  });
});

describe('large type', () => {
  it('has letters of 24 pixels and buttons of at least 60', async () => {
    const page = await browser.newPage({ viewport: 'phone' });
    await serve(page, { isElder: true });
    await page.goto(`${site}/login`);
    const size = await page.evaluate("getComputedStyle(document.querySelector('main p')).fontSize");
    expect(size).toBe('24px');
    const box = await page.getByRole('button', { name: '获取验证码' }).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(60);
    await page.close();
  });

  it('in English, the widest of all, fits a phone', async () => {
    const page = await browser.newPage({ viewport: 'phone' });
    await serve(page, { isElder: true, locale: 'en' });
    const wide: string[] = [];
    for (const name of Object.keys(pageExamples)) {
      await page.goto(`${site}/${encodeURIComponent(name)}`);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      if (Number(width) > 390) wide.push(`${name}: ${String(width)}`);
    }
    expect(wide).toEqual([]);
    await page.close();
  });
});

describe('keyboard alone', () => {
  it('skips to the content, and an error summary has the focus first', async () => {
    const page = await browser.newPage({ viewport: 'desktop' });
    await serve(page);
    await page.goto(`${site}/home`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.goto(`${site}/${encodeURIComponent('form section with errors')}`);
    expect(await page.evaluate('document.activeElement.className')).toBe('error-summary');
    await page.getByRole('link', { name: '请填写工程名称' }).click();
    expect(await page.evaluate('document.activeElement.name')).toBe('project');
    await page.close();
  });

  it('asks a dependent question only when its answer makes it due', async () => {
    const page = await browser.newPage({ viewport: 'phone' });
    await serve(page);
    await page.goto(`${site}/${encodeURIComponent('form section with what is known')}`);
    expect(await page.getByLabel('贷款银行').isVisible()).toBe(false);
    await page.getByLabel('是', { exact: true }).check();
    expect(await page.getByLabel('贷款银行').isVisible()).toBe(true);
    await page.close();
  });
});

describe('photos that break the rule', () => {
  // Noise compresses badly: the hardest kind of photo.
  const photo = async (page: Page, width: number, height: number) =>
    (await page.evaluate(`(async () => {
      const canvas = new OffscreenCanvas(${width}, ${height});
      const context = canvas.getContext('2d');
      let seed = 7;
      for (let y = 0; y < ${height}; y += 8) for (let x = 0; x < ${width}; x += 8) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        context.fillStyle = 'hsl(' + (seed % 360) + ' 60% 60%)';
        context.fillRect(x, y, 8, 8);
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    })()`)) as string;

  interface Chosen {
    readonly type: string;
    readonly size: number;
    readonly name: string;
    readonly width: number;
    readonly height: number;
  }
  const chosen = (page: Page) =>
    page.evaluate(`(async () => {
      const input = document.getElementById('file-application');
      const list = [];
      for (const file of input.files) {
        const bitmap = await createImageBitmap(file).catch(() => ({ width: 0, height: 0 }));
        const { type, size, name } = file;
        list.push({ type, size, name, width: bitmap.width, height: bitmap.height });
      }
      return list;
    })()`) as Promise<Chosen[]>;

  async function choose(page: Page, name: string, bytes: Buffer): Promise<void> {
    const input = page.locator('#file-application');
    await input.setInputFiles({ name, mimeType: 'image/jpeg', buffer: bytes });
    await page.locator('.mend-good, .mend-bad').first().waitFor();
  }

  it('are made to fit: under 90 KB, within the pixels, turned and cropped at will', async () => {
    const page = await browser.newPage({ viewport: 'phone' });
    await serve(page);
    await page.goto(`${site}/materials`);
    await choose(page, '合同.jpg', Buffer.from(await photo(page, 3000, 4000), 'base64'));
    expect(await page.locator('.mend').first().textContent()).toContain('已调整为符合要求');
    const [file] = await chosen(page);
    expect(file?.type).toBe('image/jpeg');
    expect(file?.name).toBe('合同.jpg');
    expect(file?.size).toBeLessThanOrEqual(90 * 1024);
    expect(Math.max(file?.width ?? 0, file?.height ?? 0)).toBeLessThanOrEqual(1600);
    expect(Math.min(file?.width ?? 0, file?.height ?? 0)).toBeGreaterThanOrEqual(480);
    await page.getByRole('button', { name: '裁成 A4' }).click();
    await page.getByRole('button', { name: '不裁剪' }).waitFor();
    const [cropped] = await chosen(page);
    expect((cropped?.height ?? 0) / (cropped?.width ?? 1)).toBeCloseTo(Math.SQRT2, 1);
    await page.getByRole('button', { name: '旋转' }).click();
    const isAcross = async () => {
      const [turned] = await chosen(page);
      return turned !== undefined && turned.width > turned.height;
    };
    await expect.poll(isAcross, { timeout: 15_000 }).toBe(true);
    await page.getByRole('button', { name: '不要这页' }).click();
    expect(await chosen(page)).toEqual([]);
    await page.close();
  });

  it('that are too small or no pictures are named before they are sent', async () => {
    const page = await browser.newPage({ viewport: 'phone' });
    await serve(page);
    await page.goto(`${site}/materials`);
    await choose(page, 'small.jpg', Buffer.from(await photo(page, 320, 200), 'base64'));
    expect(await page.locator('.mend').first().textContent()).toContain('照片太小');
    await page.reload();
    await choose(page, 'script.jpg', Buffer.from('#!/bin/sh\nexit 0\n'));
    expect(await page.locator('.mend').first().textContent()).toContain('不是能打开的图片');
    await page.close();
  });
});

describe('the receipt checker', () => {
  const path = join(import.meta.dirname, 'receipt.json');
  const vector = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly event: object;
    readonly inclusion: { readonly root: string };
  };
  const send = (page: Page, receipt: object) =>
    page.getByLabel('回执文件').setInputFiles({
      name: 'receipt.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(receipt)),
    });

  it('works with the network off, and says what is proven in one sentence', async () => {
    const page = await browser.newPage({ viewport: 'phone' });
    await serve(page);
    await page.goto(`${site}/verify`);
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await send(page, vector);
    const verdict = page.locator('#verdict .lead');
    await verdict.waitFor();
    expect(await verdict.textContent()).toContain('回执本身前后一致，记在 2026-11-19');
    await page.getByLabel('您手里的根').fill(vector.inclusion.root);
    await expect.poll(() => verdict.textContent()).toContain('这条记录在 2026-11-19 已经入账');
    await send(page, { ...vector, event: { ...vector.event, at: 'changed' } });
    await expect.poll(() => verdict.textContent()).toContain('记录的内容被改动过');
    await page.close();
  });
});
