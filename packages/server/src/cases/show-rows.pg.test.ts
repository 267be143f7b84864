import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskPage } from '@yichuang/contracts';
import { letterForm, openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';

let site: LetterSite;

beforeAll(async () => {
  site = await openLetterSite();
});
afterAll(() => site[Symbol.asyncDispose]());

describe('a letter in the lists of staff', () => {
  it('is told by what it is about and where, for who has it', async () => {
    const { caseId } = await site.quick({ itemCode: 'wz-complaint', form: letterForm });
    const clerk = await site.staff('tang.minyi');
    const page: TaskPage = (await clerk.send('GET', '/api/tasks?list=todo')).json();
    expect(page.rows.find((row) => row.caseId === caseId)).toMatchObject({
      title: letterForm.title,
      line: letterForm.place,
    });
  });
});
