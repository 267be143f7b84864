import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { constructionForm, openTestCounty, type TestCounty } from '../issuing/testing-county.ts';
import { runCommand } from './run-command.ts';

let county: TestCounty;
let caseId: string;

beforeAll(async () => {
  county = await openTestCounty();
  caseId = await county.file('建筑工程施工许可', constructionForm);
});
afterAll(() => county[Symbol.asyncDispose]());

describe('a case is found', () => {
  test('by whoever asks for nobody in particular', async () => {
    expect((await county.deps.store.find(caseId))?.state.caseId).toBe(caseId);
  });

  test('among readers, if one of them may see it; otherwise as if it were not there', async () => {
    const { store } = county.deps;
    const asked = (...readers: string[]) => store.find(caseId, { readers });
    expect((await asked('post:nobody', 'post:zj-counter'))?.state.caseId).toBe(caseId);
    expect(await asked('post:nobody', 'org:nowhere')).toBeUndefined();
    expect(await asked()).toBeUndefined();
    expect(await store.find(randomUUID(), { readers: ['post:zj-counter'] })).toBeUndefined();
  });
});

describe('a command with readers', () => {
  const command = { type: 'WithdrawCase', reason: '项目取消' } as const;
  const key = randomUUID();
  const run = (readers?: readonly string[]) =>
    runCommand(county.deps, county.deps.store, {
      caseId,
      command,
      actor: county.applicant,
      idempotencyKey: key,
      ...(readers === undefined ? {} : { readers }),
    });

  test('is refused like an unknown case when none may see it, and changes nothing', async () => {
    const before = await county.deps.store.events(caseId);
    expect(await run(['post:nobody'])).toMatchObject({
      ok: false,
      refusals: [{ code: 'not-your-case' }],
    });
    expect(await county.deps.store.events(caseId)).toEqual(before);
  });

  test('gives the first answer again, but not to readers who may not see the case', async () => {
    const first = await run();
    expect(first).toMatchObject({ ok: true, isRepeat: false });
    expect(await run(['post:zj-counter'])).toEqual({ ...first, isRepeat: true });
    expect((await run(['post:nobody'])).ok).toBe(false);
  });
});
