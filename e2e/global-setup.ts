// Once before the browser journeys: a browser, and fonts so that Chinese is measured as it looks.

import { ensureSystem } from '../tools/ensure-system.ts';

/** Called by vitest. Starts nothing: each journey starts the server it needs. */
export async function setup(): Promise<void> {
  await ensureSystem(['chromium', 'fonts-noto-cjk', 'poppler-utils', 'libnss3-tools']);
}
