import { afterEach, describe, expect, it, vi } from 'vitest';
import { chromiumPath, ensureSystem, missingSystemPackages } from './ensure-system.ts';

afterEach(() => vi.unstubAllEnvs());

describe('system packages', () => {
  it('takes the browser that CHROMIUM_PATH names, when it is there', () => {
    vi.stubEnv('CHROMIUM_PATH', process.execPath);
    expect(chromiumPath()).toBe(process.execPath);
    expect(missingSystemPackages(['chromium'])).toEqual([]);
    vi.stubEnv('CHROMIUM_PATH', `${process.execPath}-absent`);
    expect(chromiumPath()).not.toBe(`${process.execPath}-absent`);
  });

  it('does nothing when nothing is missing', async () => {
    vi.stubEnv('CHROMIUM_PATH', process.execPath);
    await expect(ensureSystem(['chromium'])).resolves.toBeUndefined();
    await expect(ensureSystem([])).resolves.toBeUndefined();
  });
});
