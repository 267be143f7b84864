export { assemble, type AssemblyInput, type Parts } from './assemble.ts';
export { buildSite } from './build-site.ts';
export { publishPack } from './publish-pack.ts';
