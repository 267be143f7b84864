export { documentData } from './document-data.ts';
export type { DocumentFacts, DocumentNames } from './document-facts.ts';
export { numberDocument, type DocumentNumber } from './document-numbers.pg.ts';
export type { DocumentFiles, IssuingDeps } from './issuing-deps.ts';
export { certificateIdOf, seriesOf, type NumberSeries } from './number-series.ts';
export { createOrgSeals } from './org-seals.pg.ts';
export type { OrgSeals, SealingOrg } from './org-seals.ts';
export { previewDocument, type Preview } from './preview-document.ts';
export { checkUrlOf, produceDocument } from './produce-document.ts';
