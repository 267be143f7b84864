export * from './cases.ts';
export * from './commands.ts';
export * from './designer.ts';
export * from './drafts.ts';
export * from './items.ts';
export * from './proxies.ts';
export * from './values.ts';
