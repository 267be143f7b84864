import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Stripping the types of a thousand files and compiling them takes as long as all the rest of a
 * start. What comes of it is kept beside the packages, where only who installs them may write;
 * where that cannot be written, each start does it anew.
 */
export function keepCompiled(): void {
  enableCompileCache(join(import.meta.dirname, '../../../../node_modules/.cache/yichuang'));
}
