export { createRootAuthority, issueSealCertificate } from './certificate-authority.ts';
export type { CertificateName } from './certificate-authority.ts';
export { checkTemplateData } from './check-template-data.ts';
export type { DocumentData, TemplateProblem } from './check-template-data.ts';
export { UnsupportedPdfError } from './pdf-structure.ts';
export { drawQrCode } from './qr-code.ts';
export { createRenderer, DocumentDataError } from './render-document.ts';
export type { DocumentRenderer } from './render-document.ts';
export type { SealImage } from './seal-image.ts';
export { sealPdf } from './seal-pdf.ts';
export type { SealOptions } from './seal-pdf.ts';
export { createKeySigner } from './seal-signer.ts';
export type { CertifiedKey, SealSigner } from './seal-signer.ts';
export { readTemplateManifest } from './template-manifest.ts';
export type {
  FieldType,
  TemplateEntry,
  TemplateField,
  TemplateManifest,
} from './template-manifest.ts';
export { verifySealedPdf } from './verify-sealed-pdf.ts';
export type { SealProblem, SealVerdict } from './verify-sealed-pdf.ts';
