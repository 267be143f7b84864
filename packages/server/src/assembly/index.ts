export { assemble, type AssemblyInput, type Parts } from './assemble.ts';
export { buildSite } from './build-site.ts';
export { hostTrial } from './host-trial.ts';
export { publishPack } from './publish-pack.ts';
export { purgeTrialCounty } from './purge-trial.ts';
