// axe-core in the page: WCAG 2.2 AA, failing on what keeps people out (serious, critical).

import axe from 'axe-core';
import type { AxeResults, ImpactValue } from 'axe-core';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
// What passes is not told: on a long page that takes longer than the check.
const options = JSON.stringify({
  runOnly: { type: 'tag', values: tags },
  resultTypes: ['violations'],
});
const failing: readonly ImpactValue[] = ['serious', 'critical'];

/**
 * Ends when nothing has moved for three frames. Half-way through fading in, a dialogue is pale:
 * its contrast is measured once it stands. Spinners, which never end, count as standing; a page
 * that keeps moving is checked as it is after 10 s.
 */
const atRest = `new Promise((resolve) => {
  const isEnding = (one) => one.playState === 'running'
    && one.effect.getComputedTiming().endTime !== Infinity;
  const isMoving = () => document.getAnimations().some(isEnding) || document.querySelector(
    '[class*="ant-"]:is([class*="-appear-"], [class*="-enter-"], [class*="-leave-"])') !== null;
  const until = performance.now() + 10_000;
  const look = (still) => {
    if (still === 3 || performance.now() > until) resolve();
    else requestAnimationFrame(() => look(isMoving() ? 0 : still + 1));
  };
  look(0);
})`;

/**
 * Checks the page as it stands, once it does.
 *
 * The page must run scripts: axe is one. For pages without JavaScript, open the same address in
 * a page with it. The script goes through the debugging protocol, so a strict
 * Content-Security-Policy does not hinder it.
 *
 * @throws Error that lists every serious or critical finding with its rule and elements.
 */
export async function checkAccessibility(page: Page): Promise<void> {
  await page.evaluate(atRest);
  await page.evaluate(axe.source);
  const results = (await page.evaluate(`axe.run(document, ${options})`)) as AxeResults;
  const findings = results.violations.filter((found) => failing.includes(found.impact ?? null));
  if (findings.length === 0) return;
  const lines = findings.map(
    (found) =>
      `- ${found.id} (${found.impact}): ${found.help}\n` +
      found.nodes.map((node) => `    ${node.target.join(' ')}`).join('\n'),
  );
  throw new Error(`${page.url()} shuts people out:\n${lines.join('\n')}`);
}

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };

/**
 * The page as it stands, at the size of a phone or a desk: nobody is shut out, and nothing makes
 * it scroll sideways.
 */
export async function checkAt(page: Page, size: keyof typeof sizes): Promise<void> {
  await page.setViewportSize(sizes[size]);
  await checkAccessibility(page);
  // In words: this file is also read by tools whose world has no document.
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  if (width > sizes[size].width) throw new Error(`${page.url()} is ${width} wide at a ${size}`);
}
