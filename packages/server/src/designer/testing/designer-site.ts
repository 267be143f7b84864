import { expect } from 'vitest';
import type { DesignDraftSaved, DesignDraftView, DesignPublished } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel/case';

/** Who asks; a caller of the test site is one. */
interface Caller {
  send(
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    body?: object,
  ): Promise<{ statusCode: number; body: string; json<T>(): T }>;
}

/** A draft as a client begins it; the answer must be that it was begun. */
export async function beginDraft(caller: Caller, wish: object): Promise<string> {
  const answer = await caller.send('POST', '/api/designer/drafts', wish);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ draftId: string }>().draftId;
}

export async function openDraft(caller: Caller, draftId: string): Promise<DesignDraftView> {
  const answer = await caller.send('GET', `/api/designer/drafts/${draftId}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

export async function saveDraft(
  caller: Caller,
  draftId: string,
  change: (item: ItemDefinition) => ItemDefinition,
): Promise<DesignDraftSaved> {
  const { item, revision } = await openDraft(caller, draftId);
  const body = { revision, item: change(item) };
  const answer = await caller.send('PUT', `/api/designer/drafts/${draftId}`, body);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

/** A new item, drawn and saved; its draft's id. */
export async function drawnItem(caller: Caller, item: ItemDefinition): Promise<string> {
  const { code, name, orgId } = item;
  const blank = { code, name, orgId, lifecycle: item.lifecycle ?? 'licensing' };
  const draftId = await beginDraft(caller, { blank });
  expect((await saveDraft(caller, draftId, () => item)).problems).toEqual([]);
  return draftId;
}

export async function tryToPublish(
  caller: Caller,
  draftId: string,
  wish: { readonly from: string; readonly replaces?: number; readonly revision?: number },
) {
  const { revision } = await openDraft(caller, draftId);
  const body = { revision, note: 'As the new rule says', ...wish };
  return caller.send('POST', `/api/designer/drafts/${draftId}/publish`, body);
}

export async function publish(
  caller: Caller,
  draftId: string,
  from: string,
): Promise<DesignPublished> {
  const answer = await tryToPublish(caller, draftId, { from });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}
