// The end of `npm ci`: the program is compiled once, so that its first start is as quick as the
// others. It is loaded, not run.

import { flushCompileCache } from 'node:module';
import { keepCompiled } from '../packages/server/src/cli/compile-cache.ts';

keepCompiled();
await import('../packages/server/src/cli/start.ts');
flushCompileCache();
