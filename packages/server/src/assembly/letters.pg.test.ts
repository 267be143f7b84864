import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LetterWay } from '@yichuang/contracts';
import { letterAnswer, letterForm, openLetterSite, type LetterSite } from './testing-letters.ts';

let site: LetterSite;

beforeAll(async () => {
  site = await openLetterSite();
});
afterAll(() => site[Symbol.asyncDispose]());

describe('writing in', () => {
  it('offers every way with its limits in a sentence from the rules', async () => {
    const ways = (await site.nobody.send('GET', '/api/letters/ways')).json<LetterWay[]>();
    const complaint = ways.find(({ kind }) => kind === 'complaint');
    expect(complaint).toMatchObject({
      itemCode: 'wz-complaint',
      limits: '3个工作日内告知是否受理，自受理之日起15个工作日内答复',
      isConfidential: false,
    });
    expect(ways.map(({ kind }) => kind)).not.toContain('review');
  });

  it('files one letter of one filing, however often it is sent', async () => {
    const key = randomUUID();
    const body = { itemCode: 'wz-complaint', form: letterForm, sender: { name: '王女士' } };
    const [one, two] = [await site.quick(body, key), await site.quick(body, key)];
    expect(two).toEqual(one);
    // Somebody else's filing under the same key is another letter: a key can be guessed.
    const other = await site.quick({ ...body, form: { ...letterForm, title: '另一件事' } }, key);
    expect(other.number).not.toBe(one.number);
  });

  it('shows the letter to whoever has number and password, and to nobody else', async () => {
    const receipt = await site.quick({
      itemCode: 'wz-complaint',
      form: letterForm,
      sender: { name: '王女士' },
    });
    expect(await site.open(receipt)).toMatchObject({
      title: letterForm.title,
      body: letterForm.body,
      round: 1,
    });
    const { number } = receipt;
    const wrong = { number, password: 'WRONGWRG' };
    expect((await site.nobody.send('POST', '/api/letters/open', wrong)).statusCode).toBe(404);
    const stranger = await site.resident('19900000071');
    const own = `/api/my/letters/${receipt.caseId}`;
    expect((await stranger.send('GET', own)).statusCode).toBe(404);
  });

  it('never gives a quick letter to the owner of the phone that was typed', async () => {
    const owner = await site.resident('19900000072');
    const sender = { name: '冒名者', phone: '19900000072' };
    const { caseId } = await site.quick({ itemCode: 'wz-complaint', form: letterForm, sender });
    const mine = await owner.send('GET', '/api/my/cases');
    expect(mine.body).not.toContain(caseId);
    expect((await owner.send('GET', `/api/my/letters/${caseId}`)).statusCode).toBe(404);
  });
});

describe('a quick letter', () => {
  it('goes to a unit, is answered, asked again, and rated once', async () => {
    const receipt = await site.quick({
      itemCode: 'wz-complaint',
      form: letterForm,
      sender: { name: '王女士' },
    });
    await site.answered(receipt.caseId);
    const view = await site.open(receipt);
    expect(view).toMatchObject({
      phase: 'concluded',
      followUpsLeft: 2,
      unit: '云溪县住房和城乡建设局',
    });
    expect(view.answers).toMatchObject([{ round: 1, result: letterAnswer.result }]);
    await site.ask(receipt, { type: 'AskFollowUp', text: '昨晚又施工了，怎么办？' });
    expect(await site.open(receipt)).toMatchObject({
      phase: 'accepted',
      round: 2,
      followUpsLeft: 1,
    });
    await site.handled(receipt.caseId);
    const bad = { office: 'mostly', handler: 'dissatisfied', comment: '还是没有解决' } as const;
    await site.ask(receipt, { type: 'RateAnswer', ...bad });
    const rated = await site.open(receipt);
    expect(rated.answers[1]?.rating).toEqual(bad);
    // A bad rating is mended: the letter is open once more, and this answer is rated once only.
    expect(rated).toMatchObject({ phase: 'accepted', round: 3 });
    expect(rated.allowed).not.toContain('RateAnswer');
  });
});
