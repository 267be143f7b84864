import type { CertificateCheck } from '@yichuang/contracts';
import type { DocumentState } from '@yichuang/kernel/case';
import { maskName } from '@yichuang/kernel/ids';
import { civilDate } from '@yichuang/kernel/time';
import { verifySealedPdf } from '../documents/index.ts';
import { findReport, type IssuingDeps } from '../issuing/index.ts';
import { findCertificate, findLetter, type FoundDocument } from './certificate-store.pg.ts';

export type CertificateDeps = Pick<
  IssuingDeps,
  'tenantId' | 'db' | 'clock' | 'store' | 'directory' | 'renderer' | 'files' | 'seals' | 'findItem'
>;

/**
 * What anyone may know of a certificate whose number, identifier or check code they hold, or of a
 * letter whose check code they hold. The seal is verified over the stored file, now.
 *
 * @returns undefined when there is no such document, or it is not issued yet
 */
export async function checkCertificate(
  deps: CertificateDeps,
  numberOrIdOrCheckCode: string,
): Promise<CertificateCheck | undefined> {
  const text = normalised(numberOrIdOrCheckCode);
  const found =
    (await findCertificate(deps.db, deps.tenantId, text)) ??
    (await findLetter(deps.db, deps.tenantId, text.toUpperCase()));
  if (found === undefined) return undefined;
  return found.certificate === undefined
    ? checkLetter(deps, found)
    : checkFound(deps, found.number, found.certificate);
}

/** As typed: other brackets, blanks, full-width digits, small letters. */
function normalised(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[[(【〔]/gu, '〔');
  const number = plain.replace(/[\])】〕]/gu, '〕');
  return /^[0-9a-z.]+$/iu.test(number) ? number.toUpperCase() : number;
}

async function checkFound(
  deps: CertificateDeps,
  number: string,
  { sha256, status, ...shown }: NonNullable<FoundDocument['certificate']>,
): Promise<CertificateCheck> {
  const today = civilDate(deps.clock.now());
  const isOver = shown.validUntil !== undefined && shown.validUntil < today;
  return {
    ...shown,
    number,
    status: status === 'valid' && isOver ? 'expired' : status,
    isSealValid: await isSealValid(deps, sha256, shown.issuer),
  };
}

async function checkLetter(
  deps: CertificateDeps,
  { caseId, documentId, number }: FoundDocument,
): Promise<CertificateCheck | undefined> {
  const found = await deps.store.find(caseId);
  if (found === undefined) return checkReport(deps, caseId);
  const document = found.state.documents[documentId];
  // A number is given before the document is there; until then there is nothing to check.
  if (document?.sha256 === undefined) return undefined;
  const { applicant, orgId } = found.state;
  const issuer = document.sealedBy ?? (await deps.directory.departmentOf(orgId))?.name ?? '';
  return {
    number,
    name: await nameOf(deps, document),
    holder: applicant.kind === 'natural' ? maskName(applicant.name) : applicant.name,
    issuer,
    issuedOn: civilDate(document.orderedAt),
    status: 'valid',
    isSealValid: await isSealValid(deps, document.sha256, issuer),
  };
}

/** Of no case: a report that an organisation has issued. */
async function checkReport(
  deps: CertificateDeps,
  reportId: string,
): Promise<CertificateCheck | undefined> {
  const report = await findReport(deps.db, deps.tenantId, reportId);
  if (report === undefined) return undefined;
  const { number, name, addressee, issuer, issuedOn, sha256 } = report;
  return {
    number,
    name,
    holder: addressee,
    issuer,
    issuedOn,
    status: 'valid',
    isSealValid: await isSealValid(deps, sha256, issuer),
  };
}

async function nameOf(deps: CertificateDeps, { template }: DocumentState): Promise<string> {
  const { templates } = await deps.renderer.manifest();
  return templates.find(({ id }) => id === template)?.name ?? template;
}

async function isSealValid(
  deps: CertificateDeps,
  sha256: string,
  issuer: string,
): Promise<boolean> {
  if (!deps.files.exists(sha256)) return false;
  const [pdf, anchors] = await Promise.all([
    deps.files.getBytes(sha256),
    deps.seals.trustAnchors(),
  ]);
  const verdict = await verifySealedPdf(pdf, anchors);
  return verdict.valid && verdict.signer === issuer;
}
