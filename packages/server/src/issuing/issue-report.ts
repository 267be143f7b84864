import { civilDate, instantMs } from '@yichuang/kernel/time';
import type { DirectoryOrg } from '../cases/index.ts';
import { sealPdf, type DocumentData } from '../documents/index.ts';
import { numberDocument } from './document-numbers.pg.ts';
import type { IssuingDeps } from './issuing-deps.ts';
import { words } from './letter.messages.ts';
import type { NumberSeries } from './number-series.ts';
import { checkUrlOf } from './produce-document.ts';
import { findReport, insertReport, type SealedReport } from './report-rows.pg.ts';

/** A document of an organisation that belongs to no case. */
export interface Report {
  readonly template: string;
  readonly name: string;
  readonly issuer: DirectoryOrg;
  readonly addressee: string;
  /** What the template asks for beside what is common to all documents. */
  readonly data: DocumentData;
}

type ReportDeps = Pick<
  IssuingDeps,
  'tenantId' | 'db' | 'clock' | 'renderer' | 'files' | 'seals' | 'publicUrl' | 'isTrial'
>;

/** Without number and seal, for reading: it may change until it is issued. */
export function previewReport(deps: ReportDeps, report: Report): Promise<Uint8Array> {
  return deps.renderer.render(report.template, {
    ...report.data,
    ...commonOf(deps, report),
    caseNumber: report.name,
    checkUrl: `${deps.publicUrl}/`,
  });
}

/**
 * Numbers, seals and keeps a report; issued before, it is the one that was issued then. May die
 * after any of these and be run again: the number is found, and what was kept first stays.
 *
 * @param reportId a UUID that follows from what is reported
 */
export async function issueReport(
  deps: ReportDeps,
  reportId: string,
  series: NumberSeries,
  make: () => Promise<Report>,
): Promise<SealedReport> {
  const issued = await findReport(deps.db, deps.tenantId, reportId);
  if (issued !== undefined) return issued;
  const report = await make();
  const place = { tenantId: deps.tenantId, caseId: reportId, documentId: report.template };
  const { number, checkCode } = await numberDocument(
    deps.db,
    place,
    deps.isTrial === true ? inTrial(series) : series,
    deps.clock.now(),
  );
  const { issuer, name, addressee } = report;
  const plain = await deps.renderer.render(report.template, {
    ...report.data,
    ...commonOf(deps, report),
    caseNumber: number,
    number,
    checkUrl: checkUrlOf(deps, checkCode),
    seal: { organisation: issuer.name },
  });
  const pdf = await sealPdf(plain, {
    signer: await deps.seals.signerOf(issuer),
    name: issuer.name,
    reason: `${name}（${number}）`,
    location: issuer.name,
    at: new Date(instantMs(deps.clock.now())),
  });
  const { sha256 } = await deps.files.putBytes(pdf, 'application/pdf', 'system');
  const issuedOn = civilDate(deps.clock.now());
  const row = { reportId, name, number, addressee, issuer: issuer.name, issuedOn, sha256 };
  await insertReport(deps.db, deps.tenantId, row);
  return (await findReport(deps.db, deps.tenantId, reportId)) ?? row;
}

function inTrial({ counter, write }: NumberSeries): NumberSeries {
  return { counter, write: (n) => `${words.trialSeries}${write(n)}` };
}

function commonOf({ clock }: ReportDeps, { issuer }: Report): DocumentData {
  return { issuer: { name: issuer.name }, issuedOn: civilDate(clock.now()) };
}
