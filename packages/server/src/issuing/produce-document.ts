import type { CaseState, ItemDefinition } from '@yichuang/kernel/case';
import { civilDate, instantMs } from '@yichuang/kernel/time';
import { runCommand, type DirectoryOrg } from '../cases/index.ts';
import { sealPdf } from '../documents/index.ts';
import { insertCertificate } from './certificate-rows.pg.ts';
import { documentData } from './document-data.ts';
import type { DocumentFacts } from './document-facts.ts';
import { numberDocument, type DocumentNumber } from './document-numbers.pg.ts';
import { gatherFacts, issuerOf, itemOf } from './gather-facts.ts';
import type { IssuingDeps } from './issuing-deps.ts';
import { certificateIdOf, seriesOf } from './number-series.ts';

/**
 * Makes a document that a case has ordered: number, content, seal, file, record. It may die after
 * any of these and be run again: the number is found, an unrecorded file is made anew, a recorded
 * one is left alone, and the certificate's row is made good.
 *
 * @throws Error when the case or the document is not there, or the pack has a fault
 */
export async function produceDocument(
  deps: IssuingDeps,
  caseId: string,
  documentId: string,
): Promise<void> {
  const { state } = await caseOf(deps, caseId);
  const document = state.documents[documentId];
  if (document === undefined) throw new Error(`case ${caseId} has no document ${documentId}`);
  const events = await deps.store.events(caseId);
  const [item, issuer] = await Promise.all([
    itemOf(deps, state),
    issuerOf(deps, state, events, documentId),
  ]);
  const place = { tenantId: deps.tenantId, caseId, documentId };
  const series = seriesOf(document, item, issuer, deps.isTrial);
  const given = await numberDocument(deps.db, place, series, deps.clock.now());
  const isCertificate = document.moment === 'certificate';
  const made: MadeDocument = {
    ...given,
    documentId,
    item,
    issuer,
    ...(isCertificate
      ? { certificateId: certificateIdOf(item, issuer, given.number, deps.isTrial) }
      : {}),
  };
  if (document.issuedAt === undefined) await issue(deps, caseId, made);
  if (isCertificate) await fileCertificate(deps, caseId, made);
}

interface MadeDocument extends DocumentNumber {
  readonly documentId: string;
  readonly item: ItemDefinition;
  readonly issuer: DirectoryOrg;
  readonly certificateId?: string;
}

async function caseOf(deps: IssuingDeps, caseId: string): Promise<{ readonly state: CaseState }> {
  const found = await deps.store.find(caseId);
  if (found === undefined) throw new Error(`there is no case ${caseId}`);
  return found;
}

async function issue(deps: IssuingDeps, caseId: string, made: MadeDocument): Promise<void> {
  const { documentId, number, checkCode, item, issuer, certificateId } = made;
  const [{ state }, events] = await Promise.all([caseOf(deps, caseId), deps.store.events(caseId)]);
  const manifest = await deps.renderer.manifest();
  const template = state.documents[documentId]?.template;
  const isSealed = manifest.templates.find(({ id }) => id === template)?.sealed ?? true;
  const facts = await gatherFacts(deps, {
    documentId,
    state,
    events,
    item,
    number,
    isSealed,
    checkUrl: checkUrlOf(deps, checkCode),
    filingHash: events[0]?.hash ?? '',
  });
  const plain = await deps.renderer.render(facts.document.template, documentData(facts));
  const pdf = isSealed ? await sealed(deps, issuer, facts, plain) : plain;
  const { sha256, bytes } = await deps.files.putBytes(pdf, 'application/pdf', 'system');
  const outcome = await runCommand(deps, deps.store, {
    caseId,
    command: {
      type: 'RecordDocument',
      documentId,
      number,
      sha256,
      bytes,
      ...(isSealed ? { sealedBy: issuer.name } : {}),
      ...(certificateId === undefined ? {} : { certificateId }),
    },
    actor: { kind: 'system', rule: 'issue-document' },
  });
  // Another worker was faster: its file is the document, ours is never referred to.
  if (outcome.ok || outcome.refusals[0]?.code === 'document-recorded-already') return;
  throw new Error(`document ${documentId} was refused: ${outcome.refusals[0]?.code}`);
}

/** Where the QR code leads. */
export function checkUrlOf(deps: Pick<IssuingDeps, 'publicUrl'>, checkCode: string): string {
  return `${deps.publicUrl}/c/${checkCode}`;
}

async function sealed(
  deps: IssuingDeps,
  issuer: DirectoryOrg,
  { names, document, state }: DocumentFacts,
  pdf: Uint8Array,
): Promise<Uint8Array> {
  return sealPdf(pdf, {
    signer: await deps.seals.signerOf(issuer),
    name: issuer.name,
    reason: `${names.templates.get(document.template) ?? document.template}（${state.number}）`,
    location: names.government,
    at: new Date(instantMs(deps.clock.now())),
  });
}

/** The library's row follows what the case has recorded, not what this run has made. */
async function fileCertificate(
  deps: IssuingDeps,
  caseId: string,
  made: MadeDocument,
): Promise<void> {
  const { state } = await caseOf(deps, caseId);
  const document = state.documents[made.documentId];
  const { certificate } = made.item;
  if (certificate === undefined) throw new Error(`item ${made.item.code} has no certificate`);
  if (document?.sha256 === undefined || made.certificateId === undefined) {
    throw new Error(`document ${made.documentId} of case ${caseId} was not recorded`);
  }
  const holder = state.form[certificate.holderField];
  await insertCertificate(deps.db, deps.tenantId, {
    number: made.number,
    certificateId: made.certificateId,
    checkCode: made.checkCode,
    caseId,
    documentId: made.documentId,
    name: certificate.name,
    holder: typeof holder === 'string' ? holder : state.applicant.name,
    issuer: made.issuer.name,
    issuedOn: civilDate(document.orderedAt),
    ...(document.validFrom === undefined ? {} : { validFrom: document.validFrom }),
    ...(document.validUntil === undefined ? {} : { validUntil: document.validUntil }),
    sha256: document.sha256,
  });
}
