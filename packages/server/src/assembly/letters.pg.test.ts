import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LetterWay } from '@yichuang/contracts';
import type { FilePage } from '@yichuang/kernel/case';
import { verifyReceipt } from '@yichuang/kernel/ledger';
import { sha256 } from '../cases/index.ts';
import { letterAnswer, letterForm, openLetterSite, type LetterSite } from './testing-letters.ts';

let site: LetterSite;

beforeAll(async () => {
  site = await openLetterSite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** The least that is a film: its kind, the film itself, how it is played. */
const film = Buffer.concat(
  (
    [
      ['ftyp', Buffer.from('isom\0\0\x02\0isomiso2avc1mp41', 'latin1')],
      ['mdat', Buffer.alloc(500, 7)],
      ['moov', Buffer.alloc(100)],
    ] as const
  ).map(([type, content]) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + content.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, content]);
  }),
);

function upload(bytes: Buffer, token: string) {
  const boundary = 'form-boundary';
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="1.mp4"\r\n` +
    'Content-Type: video/mp4\r\n\r\n';
  return site.app.inject({
    method: 'POST',
    url: '/api/letters/uploads?itemCode=wz-complaint',
    headers: {
      'x-upload-token': token,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}

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

  it('gives the ledger receipt of a letter to whoever has number and password', async () => {
    const receipt = await site.quick({ itemCode: 'wz-complaint', form: letterForm });
    const { number, password } = receipt;
    const ask = (key: object) =>
      site.app.inject({
        method: 'POST',
        url: '/ledger/receipt',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ ...key }).toString(),
      });
    const kept = await ask({ number, password });
    expect(verifyReceipt(kept.json(), sha256)).toEqual({ ok: true, isAnchored: false });
    expect((await ask({ number, password: 'WRONGWRG' })).statusCode).toBe(404);
  });

  it('takes photos and films of who holds the page’s token, from nobody else', async () => {
    const token = randomUUID();
    const sent = await upload(film, token);
    expect(sent.statusCode, sent.body).toBe(201);
    const page = sent.json<FilePage>();
    expect(page).toMatchObject({ mediaType: 'video/mp4' });
    const body = {
      itemCode: 'wz-complaint',
      form: letterForm,
      pages: [{ sha256: page.sha256, name: '现场.mp4' }],
    };
    const file = (headers: Readonly<Record<string, string>>) =>
      site.app.inject({
        method: 'POST',
        url: '/api/letters',
        headers: { 'idempotency-key': randomUUID(), ...headers },
        payload: body,
      });
    expect((await file({})).json()).toMatchObject({ code: 'upload-not-yours' });
    const stranger = await file({ 'x-upload-token': randomUUID() });
    expect(stranger.json()).toMatchObject({ code: 'upload-not-yours' });
    const filed = await file({ 'x-upload-token': token });
    expect(filed.statusCode, filed.body).toBe(201);
    const { pages } = await site.open(filed.json());
    expect(pages).toMatchObject([{ name: '现场.mp4', sha256: page.sha256 }]);
    expect((await upload(film, 'short')).statusCode).toBe(400);
    expect((await upload(film.subarray(0, 60), token)).json()).toMatchObject({
      code: 'file-not-readable',
    });
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
