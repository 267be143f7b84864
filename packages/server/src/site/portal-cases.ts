import type { DownloadableFile, PortalServices, Visitor } from '@yichuang/portal';
import {
  admitAct,
  admitTracking,
  commandOf,
  documentForApplicant,
  listOwnCases,
  pageName,
  refuseCase,
  type StoredCase,
} from '../cases/index.ts';
import { receiptOf } from '../ledger/index.ts';
import { createGrant, portalRefusal } from './portal-refusals.ts';
import { resultArchive } from './result-archive.ts';
import type { SiteDeps } from './site-deps.ts';

type CasePart = Pick<
  PortalServices,
  | 'myCases'
  | 'myCase'
  | 'myFile'
  | 'myDocument'
  | 'myResults'
  | 'act'
  | 'explainMyClock'
  | 'track'
  | 'explainTrackedClock'
  | 'ledgerReceipt'
  | 'myLedgerReceipt'
>;

type Instanted = ReturnType<PortalServices['now']>;

export function caseServices(deps: SiteDeps): CasePart {
  return { ...ownServices(deps), ...trackingServices(deps) };
}

function ownServices(
  deps: SiteDeps,
): Omit<CasePart, 'track' | 'explainTrackedClock' | 'ledgerReceipt'> {
  const { desk } = deps;
  const grant = createGrant(deps.refusals);
  const personOf = async (personId: string): Promise<{ personId: string; name?: string }> => {
    const { name } = await deps.people.persons.get(personId);
    return name === undefined ? { personId } : { personId, name };
  };
  return {
    async myCases(personId, locale) {
      const rows = await listOwnCases(deps.cases, personId, locale);
      return rows.map((row) => ({ ...row, receivedAt: row.receivedAt as Instanted }));
    },
    myCase: async (personId, caseId, locale) =>
      desk.applicantCase(await personOf(personId), caseId, locale),
    async myFile(personId, caseId, sha256) {
      const found = await desk.ownCase(personId, caseId);
      const name = found === undefined ? undefined : pageName(found, sha256);
      return name === undefined ? undefined : download(deps, sha256, name);
    },
    async myDocument(personId, caseId, documentId) {
      const found = await desk.ownCase(personId, caseId);
      const document = documentForApplicant(found?.state, documentId);
      if (document?.sha256 === undefined) return undefined;
      const name = `${deps.documentNames['zh-CN'][document.template] ?? document.template}.pdf`;
      return download(deps, document.sha256, name);
    },
    async myResults(personId, caseId) {
      const found = await desk.ownCase(personId, caseId);
      if (found === undefined) return undefined;
      const { files } = deps.uploads;
      const names = deps.documentNames['zh-CN'];
      return resultArchive(
        {
          find: (id) => desk.ownCase(personId, id),
          documentName: (template) => names[template] ?? template,
          getBytes: (sha256) => files.getBytes(sha256),
        },
        found.state,
      );
    },
    async act(personId, caseId, body, key) {
      const refusal = await admitAct(deps, personId);
      if (refusal !== undefined) throw portalRefusal(deps.refusals, [refusal]);
      const command = grant(await commandOf(deps.commands, personId, caseId, body));
      const person = await personOf(personId);
      const outcome = await desk.actAsApplicant(person, caseId, command, key);
      if (!outcome.ok) throw portalRefusal(deps.refusals, outcome.refusals);
    },
    async explainMyClock(personId, caseId, clockId, locale) {
      const found = await desk.ownCase(personId, caseId);
      return found && desk.explain(found, clockId, locale);
    },
    async myLedgerReceipt(personId, caseId) {
      const found = await desk.ownCase(personId, caseId);
      return found && receiptOf(deps.ledger, caseId);
    },
  };
}

function trackingServices(
  deps: SiteDeps,
): Pick<CasePart, 'track' | 'explainTrackedClock' | 'ledgerReceipt'> {
  const { desk } = deps;
  const grant = createGrant(deps.refusals);
  const { secrets, tenantId } = deps.cases;
  const gate = { limiter: deps.limiter, secrets, tenantId };
  const admit = async (visitor: Visitor, number: string): Promise<void> => {
    const refusal = await admitTracking(gate, visitor.ip, number);
    if (refusal !== undefined) throw portalRefusal(deps.refusals, [refusal]);
  };
  const found = async (number: string, password: string, visitor: Visitor): Promise<StoredCase> => {
    await admit(visitor, number);
    const stored = await desk.tracked(number, password);
    if (stored === undefined) {
      throw portalRefusal(deps.refusals, [refuseCase('query-password-wrong')]);
    }
    return stored;
  };
  return {
    async track(number, password, visitor, locale) {
      await admit(visitor, number);
      return grant(await desk.track(number, password, locale));
    },
    async explainTrackedClock(number, password, clockId, visitor, locale) {
      const stored = await found(number, password, visitor);
      const told = await desk.explain(stored, clockId, locale);
      if (told === undefined) throw portalRefusal(deps.refusals, [{ code: 'not-your-case' }]);
      return told;
    },
    async ledgerReceipt(number, password, visitor, headSize) {
      const { state } = await found(number, password, visitor);
      const head = headSize === undefined ? {} : { headSize };
      const receipt = await receiptOf(deps.ledger, state.caseId, head);
      if (receipt === undefined) throw new Error(`case ${state.caseId} has no first event`);
      return receipt;
    },
  };
}

async function download(
  deps: SiteDeps,
  sha256: string,
  name: string,
): Promise<DownloadableFile | undefined> {
  const file = await deps.uploads.files.find(sha256);
  if (file === undefined) return undefined;
  return { mediaType: file.mediaType, name, bytes: await deps.uploads.files.getBytes(sha256) };
}
