export { FileDamaged } from './file-crypto.ts';
export type { FileRefusal, FileRefusalCode, FileRule } from './file-rules.ts';
export type { FileStore, FileStoreOptions, PutResult, StoredFile } from './file-store.ts';
export { createFileStore } from './file-store.ts';
export { fileRefusals } from './refusals.ts';
export { contentDisposition, sendFile } from './send-file.ts';
