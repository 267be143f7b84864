// The harness itself, against pages made here: a check that cannot fail proves nothing.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAccessibility, openBrowser } from './harness/index.ts';
import type { TestBrowser } from './harness/index.ts';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const page = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><title>t</title></head><body><main>${body}</main>
   <script>document.title = 'scripted'</script></body></html>`;

describe('the browser harness', () => {
  it('passes a page that everybody can use', async () => {
    const desk = await browser.newPage({ viewport: 'desktop' });
    await desk.setContent(page('<h1>One</h1><label>Name <input></label>'));
    await checkAccessibility(desk);
    expect(await desk.title()).toBe('scripted');
  });

  it('fails a page with a field that has no name, and names the field', async () => {
    const desk = await browser.newPage({ viewport: 'desktop' });
    await desk.setContent(page('<h1>One</h1><input id="nameless">'));
    await expect(checkAccessibility(desk)).rejects.toThrow(/label[\s\S]*#nameless/);
  });

  it('checks a page whose security policy forbids every script', async () => {
    const desk = await browser.newPage({ viewport: 'desktop' });
    const policy = `default-src 'none'; script-src 'none'`;
    await desk.route('**/*', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': policy },
        body: page('<h1>One</h1><input id="nameless">'),
      }),
    );
    await desk.goto('http://strict.test/');
    expect(await desk.title()).toBe('t');
    await expect(checkAccessibility(desk)).rejects.toThrow(/#nameless/);
  });

  it('runs no scripts when told so, and has a phone of 390 pixels', async () => {
    const phone = await browser.newPage({ viewport: 'phone', javaScript: false });
    await phone.setContent(page('<h1>One</h1>'));
    expect(await phone.title()).toBe('t');
    expect(phone.viewportSize()).toEqual({ width: 390, height: 844 });
  });

  it('has Chinese fonts: two different characters are not the same empty box', async () => {
    const desk = await browser.newPage({ viewport: 'desktop' });
    await desk.setContent(page('<p style="font-size:60px">x</p>'));
    const pictureOf = async (text: string) => {
      await desk.evaluate(`document.querySelector('p').textContent = ${JSON.stringify(text)}`);
      return (await desk.locator('p').screenshot()).toString('base64');
    };
    expect(await pictureOf('县')).not.toBe(await pictureOf('窗'));
  });

  it('asks for Chinese and lives in Shanghai', async () => {
    const desk = await browser.newPage({ viewport: 'desktop' });
    expect(await desk.evaluate('navigator.language')).toBe('zh-CN');
    expect(await desk.evaluate('Intl.DateTimeFormat().resolvedOptions().timeZone')).toBe(
      'Asia/Shanghai',
    );
  });
});
