export type { MasterKey } from './key-file.ts';
export { ensureKeyFile, KeyFileError, newKeyLine, readKeyFile, trialKeys } from './key-file.ts';
export type { SecretPlace, Secrets } from './secrets.ts';
export { createSecrets, SecretError } from './secrets.ts';
