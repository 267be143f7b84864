import type { PortalServices } from '@yichuang/portal';
import { applicantActor } from '../cases/index.ts';
import { uploadPage, type Filer } from '../drafts/index.ts';
import { createGrant } from './portal-refusals.ts';
import type { SiteDeps } from './site-deps.ts';

type DraftPart = Pick<
  PortalServices,
  | 'createDraft'
  | 'createDraftAgain'
  | 'findDraft'
  | 'changeDraft'
  | 'deleteDraft'
  | 'upload'
  | 'uploadedFile'
  | 'fileDraft'
  | 'myDrafts'
>;

/** Somebody who is known by a session alone: enough for everything but the filing itself. */
export function bareFiler(personId: string): Filer {
  return { actor: applicantActor({ personId }), personId, isAtCounter: false };
}

export function draftServices(deps: SiteDeps): DraftPart {
  const { drafts, uploads } = deps;
  const grant = createGrant(deps.refusals);
  const filerOf = async (personId: string): Promise<Filer> => {
    const { name } = await deps.people.persons.get(personId);
    const actor = applicantActor(name === undefined ? { personId } : { personId, name });
    return { actor, personId, isAtCounter: false };
  };
  const bare = bareFiler;
  return {
    createDraft: async (personId, itemCode) => grant(await drafts.create(bare(personId), itemCode)),
    createDraftAgain: async (personId, caseId) =>
      grant(await drafts.createAgain(bare(personId), caseId)),
    findDraft: (personId, draftId) => drafts.find(bare(personId), draftId, 'zh-CN'),
    changeDraft: async (personId, draftId, change) =>
      grant(await drafts.change(bare(personId), draftId, change, 'zh-CN')),
    deleteDraft: (personId, draftId) => drafts.remove(bare(personId), draftId),
    upload: async (personId, target, file) =>
      grant(await uploadPage(uploads, personId, target, file)),
    async uploadedFile(personId, sha256) {
      if (!(await uploads.drafts.hasUploaded(personId, [sha256]))) return undefined;
      const file = await uploads.files.find(sha256);
      if (file === undefined) return undefined;
      const bytes = await uploads.files.getBytes(sha256);
      return { mediaType: file.mediaType, name: sha256.slice(0, 12), bytes };
    },
    fileDraft: async (personId, draftId) =>
      grant(await drafts.file(await filerOf(personId), draftId)),
    async myDrafts(personId, locale) {
      const found = await drafts.list(bare(personId), locale);
      return found.map(({ draftId, itemName, savedAt }) => ({
        draftId,
        itemName,
        savedAt: savedAt as ReturnType<PortalServices['now']>,
      }));
    },
  };
}
