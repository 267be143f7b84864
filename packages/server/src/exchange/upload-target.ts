import type { Pack } from '../catalogue/index.ts';
import type { Config } from '../platform/config/index.ts';
import type { UploadTarget } from './exchange-deps.ts';
import { createReceiver } from './receiver.ts';

/**
 * Undefined where no receiver is configured.
 * @throws Error when one is, and no pack says what it is to be told: found at start
 */
export function uploadTarget(
  { upload, isDemo }: Pick<Config, 'upload' | 'isDemo'>,
  { uploadShape: shape, tenant, isFictional }: Pick<Pack, 'uploadShape' | 'tenant' | 'isFictional'>,
): UploadTarget | undefined {
  if (upload === undefined) return undefined;
  if (shape === undefined) {
    throw new Error('UPLOAD_URL is set, but no pack brings upload.json: add packs/exchange');
  }
  const receiver = createReceiver({ ...upload, tenantId: tenant.id });
  return { ...upload, receiver, shape, isTest: isFictional || isDemo };
}
