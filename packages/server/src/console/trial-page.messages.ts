const band =
  '<aside id="trial-band" class="trial-band" aria-label="试运行提示 Trial run">' +
  '<p><strong>试运行</strong> 仅供培训，办件和文书均不具有法律效力' +
  ' <span lang="en">Trial run: for training only</span></p></aside>';

/**
 * The console's page as a trial county serves it: the mark is in the page itself, before any
 * script, so that it stands there while the console loads, at the log-in, and when a script fails.
 * In both languages, for the page is not told whose.
 */
export function markTrialPage(page: string): string {
  return page
    .replace('<html ', '<html data-trial="【试运行】" ')
    .replace('<title>', '<title>【试运行】')
    .replace('<div id="root">', `${band}<div id="root">`);
}
