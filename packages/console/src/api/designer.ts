/** The designer's server half, as packages/contracts/src/designer.ts lists it. */
import type {
  DesignComparison,
  DesignDraftCreated,
  DesignDraftSaved,
  DesignDraftView,
  DesignerHome,
  DesignImport,
  DesignPublished,
  DesignVersions,
  NewDesignDraft,
  PublishDesign,
  RebaseOrder,
  RebaseReport,
  SaveDesignDraft,
  TryResult,
  TryRun,
} from '@yichuang/contracts';
import { queryString } from './cases.ts';
import { requestJson } from './request.ts';

const part = encodeURIComponent;
const draftPath = (draftId: string) => `/api/designer/drafts/${part(draftId)}`;
const itemPath = (code: string) => `/api/designer/items/${part(code)}`;

export const designerApi = {
  home: (q: string) => requestJson<DesignerHome>({ path: `/api/designer?${queryString({ q })}` }),
  create: (wanted: NewDesignDraft) =>
    requestJson<DesignDraftCreated>({
      path: '/api/designer/drafts',
      method: 'POST',
      body: wanted,
    }),
  draft: (draftId: string) => requestJson<DesignDraftView>({ path: draftPath(draftId) }),
  save: (draftId: string, change: SaveDesignDraft) =>
    requestJson<DesignDraftSaved>({ path: draftPath(draftId), method: 'PUT', body: change }),
  discard: (draftId: string) =>
    requestJson<undefined>({ path: draftPath(draftId), method: 'DELETE' }),
  tryOut: (draftId: string, run: TryRun) =>
    requestJson<TryResult>({ path: `${draftPath(draftId)}/try`, method: 'POST', body: run }),
  compare: (draftId: string, version: number | undefined) =>
    requestJson<DesignComparison>({
      path: `${draftPath(draftId)}/compare?${queryString({ with: version })}`,
    }),
  publish: (draftId: string, order: PublishDesign) =>
    requestJson<DesignPublished>({
      path: `${draftPath(draftId)}/publish`,
      method: 'POST',
      body: order,
    }),
  packUrl: (draftId: string) => `${draftPath(draftId)}/pack.zip`,
  itemPackUrl: (code: string) => `${itemPath(code)}/pack.zip`,
  /** Of the version in force: a draft has no diagram of its own. */
  bpmnUrl: (code: string) => `/api/items/${part(code)}/flow.bpmn`,
  versions: (code: string) => requestJson<DesignVersions>({ path: `${itemPath(code)}/versions` }),
  withdrawVersion: (code: string, version: number) =>
    requestJson<undefined>({
      path: `${itemPath(code)}/versions/${version}`,
      method: 'DELETE',
    }),
  rebase: (code: string, order: RebaseOrder) =>
    requestJson<RebaseReport>({ path: `${itemPath(code)}/rebase`, method: 'POST', body: order }),
  importPack: (file: File) => {
    const body = new FormData();
    body.append('file', file, file.name);
    return requestJson<DesignImport>({ path: '/api/designer/import', method: 'POST', body });
  },
};
