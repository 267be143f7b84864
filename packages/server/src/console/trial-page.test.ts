import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markTrialPage } from './trial-page.messages.ts';

const source = readFileSync(join(import.meta.dirname, '../../../console/index.html'), 'utf8');

describe('the console’s page in a trial county', () => {
  it('is marked before any script of it runs: title, band, a sign for styles', () => {
    const page = markTrialPage(source);
    expect(page).toContain('<title>【试运行】');
    expect(page).toMatch(/<html data-trial="【试运行】" lang/u);
    expect(page.indexOf('class="trial-band"')).toBeLessThan(page.indexOf('<div id="root">'));
    expect(page.indexOf('class="trial-band"')).toBeGreaterThan(page.indexOf('<body>'));
  });

  it('is the page that the real county serves in all else', () => {
    const marked = markTrialPage(source);
    const plain = marked
      .replace(/<aside id="trial-band".*<\/aside>/u, '')
      .replace(' data-trial="【试运行】"', '')
      .replace('<title>【试运行】', '<title>');
    expect(plain).toBe(source);
  });
});
