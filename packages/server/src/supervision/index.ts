export { compileRules, type CompiledRules } from './compile-rules.ts';
