export { compileRules, type CompiledRules } from './compile-rules.ts';
export { packRules } from './pack-rules.ts';
