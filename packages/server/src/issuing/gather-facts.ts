import type { CaseState, ItemDefinition, Recorded } from '@yichuang/kernel/case';
import { createFormSealer, type DirectoryOrg } from '../cases/index.ts';
import type { TemplateField } from '../documents/index.ts';
import type { DocumentFacts, Printed, ReviewedAnswer } from './document-facts.ts';
import type { IssuingDeps } from './issuing-deps.ts';

/**
 * The department in whose name a document is issued: the one that handles the case; of a letter,
 * which goes from office to office, the one that ordered it. @throws Error when it is not there
 */
export async function issuerOf(
  deps: IssuingDeps,
  state: CaseState,
  events: readonly Recorded[],
  documentId: string,
): Promise<DirectoryOrg> {
  const orgId = await issuingOrg(deps, state, events, documentId);
  const issuer = await deps.directory.departmentOf(orgId);
  if (issuer === undefined) throw new Error(`there is no organisation ${orgId}`);
  return issuer;
}

async function issuingOrg(
  { directory }: IssuingDeps,
  state: CaseState,
  events: readonly Recorded[],
  documentId: string,
): Promise<string> {
  if (state.letter === undefined) return state.orgId;
  const ordered = events.find(
    ({ event }) => event.type === 'DocumentOrdered' && event.documentId === documentId,
  );
  const post = ordered?.by.post;
  const held = post === undefined ? undefined : await directory.post(post);
  return held?.orgId ?? state.orgId;
}

/** Departments of the posts that have passed a letter on. */
async function officesOfPosts(
  { directory }: IssuingDeps,
  { letter }: CaseState,
): Promise<ReadonlyMap<string, string>> {
  const posts = (letter?.referrals ?? []).flatMap(({ fromPosts }) => fromPosts);
  const named = await Promise.all(
    [...new Set(posts)].map(async (id) => {
      const org = await directory.departmentOf((await directory.post(id))?.orgId ?? '');
      return [id, org?.name] as const;
    }),
  );
  return new Map(named.flatMap(([id, name]) => (name === undefined ? [] : [[id, name]])));
}

async function reviewedAnswer(
  deps: IssuingDeps,
  { letter }: CaseState,
): Promise<ReviewedAnswer | undefined> {
  if (letter?.about === undefined) return undefined;
  const found = await deps.store.find(letter.about.caseId);
  const answer = found?.state.letter?.answers.at(-1);
  if (found === undefined || answer === undefined) return undefined;
  const { documents, orgId, letter: reviewed } = found.state;
  const body = await deps.directory.departmentOf(reviewed?.unit ?? orgId);
  const written = Object.values(documents).findLast(({ moment }) => moment === 'answered');
  return {
    answer,
    body: body?.name ?? '',
    ...(written?.number === undefined ? {} : { number: written.number }),
  };
}

export async function itemOf(deps: IssuingDeps, state: CaseState): Promise<ItemDefinition> {
  const item = await deps.findItem(state.itemCode, state.itemVersion);
  if (item === undefined) throw new Error(`item ${state.itemCode} is gone`);
  return item;
}

function printedBy(fields: readonly TemplateField[]): Printed {
  const namesIn = (group: string): string[] =>
    (fields.find(({ name }) => name === group)?.fields ?? []).map(({ name }) => name);
  return { form: namesIn('form'), signed: namesIn('signed') };
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
  const [issuer, orgs, manifest, officeOfPost, original] = await Promise.all([
    issuerOf(deps, input.state, input.events, documentId),
    deps.directory.orgs(),
    deps.renderer.manifest(),
    officesOfPosts(deps, input.state),
    reviewedAnswer(deps, input.state),
  ]);
  const sealer = createFormSealer(deps.secrets, deps.tenantId);
  const county = [...orgs.values()].find((org) => org.kind === 'county');
  return {
    ...facts,
    document,
    ...(original === undefined ? {} : { original }),
    names: {
      issuer: issuer.name,
      above: orgs.get(issuer.parentId ?? '')?.name ?? county?.name ?? issuer.name,
      orgs: new Map([...orgs].map(([id, { name }]) => [id, name])),
      officeOfPost,
      government: county?.name ?? issuer.name,
      site: deps.siteName,
      servicePhone: deps.servicePhone,
      templates: new Map(manifest.templates.map(({ id, name }) => [id, name])),
      printed: new Map(manifest.templates.map(({ id, fields }) => [id, printedBy(fields)])),
    },
    rules: deps.statutes.rules,
    publicUrl: deps.publicUrl,
    open: (sealed) => sealer.openText(sealed),
  };
}
