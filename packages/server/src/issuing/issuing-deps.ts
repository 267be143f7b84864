import type { CaseDeps, CaseStore } from '../cases/index.ts';
import type { DocumentRenderer } from '../documents/index.ts';
import type { FileStore } from '../platform/files/index.ts';
import type { OrgSeals } from './org-seals.ts';

/** Where documents are kept, by the hash of their content. */
export type DocumentFiles = Pick<FileStore, 'putBytes' | 'getBytes' | 'exists'>;

export interface IssuingDeps extends CaseDeps {
  readonly store: CaseStore;
  readonly renderer: DocumentRenderer;
  readonly files: DocumentFiles;
  readonly seals: OrgSeals;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** Of the public site, in Chinese: 云溪县政务服务网. */
  readonly siteName: string;
  readonly servicePhone: string;
}
