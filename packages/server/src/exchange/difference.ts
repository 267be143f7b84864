import type { UploadDifference } from '@yichuang/contracts';

export interface Difference extends Pick<UploadDifference, 'seq' | 'table' | 'kind'> {
  /** As the receiver says it. */
  readonly caseRef: string;
}
