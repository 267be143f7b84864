import type { CaseState, ItemDefinition, Recorded } from '@yichuang/kernel/case';
import { createFormSealer, type DirectoryOrg } from '../cases/index.ts';
import type { DocumentFacts } from './document-facts.ts';
import type { IssuingDeps } from './issuing-deps.ts';

/** The department in whose name the case is handled. @throws Error when it is not there */
export async function issuerOf(deps: IssuingDeps, orgId: string): Promise<DirectoryOrg> {
  const issuer = await deps.directory.departmentOf(orgId);
  if (issuer === undefined) throw new Error(`there is no organisation ${orgId}`);
  return issuer;
}

export async function itemOf(deps: IssuingDeps, state: CaseState): Promise<ItemDefinition> {
  const item = await deps.findItem(state.itemCode, state.itemVersion);
  if (item === undefined) throw new Error(`item ${state.itemCode} is gone`);
  return item;
}

/** @throws Error when the case has no such document */
export async function gatherFacts(
  deps: IssuingDeps,
  input: {
    readonly documentId: string;
    readonly state: CaseState;
    readonly events: readonly Recorded[];
    readonly item: ItemDefinition;
    readonly filingHash: string;
    readonly number: string;
    readonly checkUrl: string;
    readonly isSealed: boolean;
  },
): Promise<DocumentFacts> {
  const { documentId, ...facts } = input;
  const document = input.state.documents[documentId];
  if (document === undefined) throw new Error(`no document ${documentId} was ordered`);
  const [issuer, orgs, manifest] = await Promise.all([
    issuerOf(deps, input.state.orgId),
    deps.directory.orgs(),
    deps.renderer.manifest(),
  ]);
  const sealer = createFormSealer(deps.secrets, deps.tenantId);
  const county = [...orgs.values()].find((org) => org.kind === 'county');
  return {
    ...facts,
    document,
    names: {
      issuer: issuer.name,
      government: county?.name ?? issuer.name,
      site: deps.siteName,
      servicePhone: deps.servicePhone,
      templates: new Map(manifest.templates.map(({ id, name }) => [id, name])),
    },
    rules: deps.statutes.rules,
    publicUrl: deps.publicUrl,
    open: (sealed) => sealer.openText(sealed),
  };
}
