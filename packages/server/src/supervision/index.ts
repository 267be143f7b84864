export { compileRules, type CompiledRules } from './compile-rules.ts';
export { packRules } from './pack-rules.ts';
export { publishPackRules } from './publish-pack-rules.ts';
export { createWatcher, WATCHING_TIME, type Watcher } from './watcher.ts';
