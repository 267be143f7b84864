import { instantFromMs, type Instant } from '@yichuang/kernel/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../platform/db/test-database.ts';
import { openLetterFinder } from './letter-finder.ts';
import type { IndexedLetter, Shelf, ShelfRights } from './letter-index.ts';
import { letterIndexPg } from './letter-index.pg.ts';

const tenantId = 'yunxi';
const firstMs = Date.parse('2026-09-01T00:00:00Z');
const atHour = (hour: number): Instant => instantFromMs(firstMs + hour * 3_600_000);
const caseId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const resident = 'aaaaaaaa-0000-4000-8000-000000000001';

let hours = 0;
function letter(n: number, title: string, more: Partial<IndexedLetter> = {}): IndexedLetter {
  hours++;
  return {
    caseId: caseId(n),
    receivedAt: atHour(hours),
    orgId: 'urban-management',
    isWithheld: false,
    title,
    body: '',
    ...more,
  };
}

const written = [
  letter(1, '桂花园小区楼下烧烤店油烟扰民', { senderId: resident, body: '晚上十点以后油烟很大。' }),
  letter(2, '桂花园小区烧烤店油烟直排', { orgId: 'environment' }),
  letter(3, '举报局长王某收受烧烤店好处', { isWithheld: true }),
  letter(4, '退休金计算有误', { orgId: 'labour', category: 'pension' }),
  letter(5, '大桥村道路何时硬化', { orgId: 'traffic' }),
];
const published = [letter(1, '某小区楼下烧烤店油烟扰民')];

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await letterIndexPg(test.db, tenantId, 'office').put(written);
  await letterIndexPg(test.db, tenantId, 'public').put(published);
  await letterIndexPg(test.db, 'other-county', 'office').put([letter(9, '烧烤店油烟扰民')]);
  for (const each of published) await publish(each);
  await addReader('org:environment', written[1]);
  await addReader('org:urban-management', written[0]);
  await addReader('post:inspector', written[0]);
  await addReader('org:urban-management', written[2]);
});
afterAll(() => test.drop());

async function addCase({ caseId: id, receivedAt }: IndexedLetter): Promise<void> {
  await test.owner.query(
    `INSERT INTO cases (tenant_id, id, number, version, head_hash, state, item_code, item_version,
       item_name, org_id, applicant_id, contact_id, applicant_name, phase, received_at, changed_at,
       password_hash)
     VALUES ($1, $2, $2::uuid::text, 1, '', '{}', 'letter', 1, '', '', $2, $2, '', 'received', $3,
       $3, '')
     ON CONFLICT DO NOTHING`,
    [tenantId, id, receivedAt],
  );
}

async function addReader(reader: string, read: IndexedLetter | undefined): Promise<void> {
  if (read === undefined) throw new Error('no such letter');
  await addCase(read);
  await test.owner.query('INSERT INTO case_reader VALUES ($1, $2, $3, $4)', [
    tenantId,
    reader,
    read.caseId,
    read.receivedAt,
  ]);
}

/** The letter itself, as it stands now; the shelf may not know yet. */
async function addLetterRow(read: IndexedLetter, isWithheld: boolean): Promise<void> {
  await addCase(read);
  await test.owner.query(
    `INSERT INTO letter (tenant_id, case_id, number, kind, item_code, channel, title, body,
       sender_id, sender_name, office_id, phase, is_withheld, is_simple, received_at, received_on,
       rounds, follow_ups, rectifications, returns, findings, supervisions)
     VALUES ($1, $2, '', '', '', '', '', '', $2, '', '', '', $3, false, $4::timestamptz,
       $4::timestamptz::date, 0, 0, 0, 0, 0, 0)`,
    [tenantId, read.caseId, isWithheld, read.receivedAt],
  );
}

async function publish(read: IndexedLetter): Promise<void> {
  await test.owner.query(
    `INSERT INTO published_letter (tenant_id, case_id, number, kind, title, body, answers, course,
       phase, received_on, published_at)
     VALUES ($1, $2, $2::uuid::text, '', $3, '', '[]', '[]', '',
       $4::timestamptz::date, $4::timestamptz)`,
    [tenantId, read.caseId, read.title, read.receivedAt],
  );
}

const finder = (shelf: Shelf) => openLetterFinder(test.db, { tenantId, shelf, nowMs: () => 0 });
const all: ShelfRights = { maySeeWithheld: true };
const openOnly: ShelfRights = { maySeeWithheld: false };

async function similar(title: string, rights: ShelfRights, shelf: Shelf = 'office') {
  return await finder(shelf).similar({ draft: { title, body: '' }, rights, most: 10 });
}
async function search(text: string, rights: ShelfRights, shelf: Shelf = 'office') {
  const found = await finder(shelf).search({ text, filter: {}, rights, most: 10 });
  return found.map((each) => each.caseId);
}

describe('similar letters', () => {
  it('are those of the same matter, the most alike first', async () => {
    const found = await similar('桂花园小区烧烤店油烟', openOnly);
    expect(found.map((each) => each.caseId)).toEqual([caseId(2), caseId(1)]);
  });

  it('say why: shared phrases, a place, and whether the same person wrote', async () => {
    const [found] = await finder('office').similar({
      draft: { title: '桂花园小区楼下油烟扰民', body: '', senderId: resident },
      rights: openOnly,
      most: 1,
    });
    expect(found).toMatchObject({ caseId: caseId(1), kind: 'same-sender-same-matter' });
    expect(found?.why.isSameSender).toBe(true);
    expect(found?.why.phrases).toContain('油烟扰民');
    expect(found?.why.place).toContain('桂花园');
  });

  it('do not hold the letter itself', async () => {
    const found = await finder('office').similar({
      draft: { title: '桂花园小区烧烤店油烟直排', body: '', caseId: caseId(2) },
      rights: openOnly,
      most: 10,
    });
    expect(found.map((each) => each.caseId)).toEqual([caseId(1)]);
  });

  it('are none for a text that says nothing yet', async () => {
    expect(await similar('我', all)).toEqual([]);
    expect(await similar('', all)).toEqual([]);
  });
});

describe('what is withheld', () => {
  const text = '举报局长王某收受烧烤店好处';

  it('comes out for who may see it', async () => {
    expect((await similar(text, all)).map((each) => each.caseId)).toContain(caseId(3));
    expect(await search('王某', all)).toEqual([caseId(3)]);
  });

  it.each([
    ['who may read all others', openOnly],
    ['its own office without that right', { ...openOnly, readers: ['org:urban-management'] }],
    ['nobody’s list', { maySeeWithheld: true, readers: [] }],
  ])('stays hidden from %s', async (_, rights) => {
    const ids = [
      ...(await similar(text, rights)).map((each) => each.caseId),
      ...(await search('王某', rights)),
      ...(await search('', rights)),
    ];
    expect(ids).not.toContain(caseId(3));
  });

  it('cannot be put on the public shelf, nor can a sender', async () => {
    const shelf = letterIndexPg(test.db, tenantId, 'public');
    for (const more of [{ isWithheld: true }, { senderId: resident }]) {
      await expect(shelf.put([letter(8, '公开', more)])).rejects.toThrow(/letter_index_public/);
    }
  });
});

describe('a letter that the shelf does not know the latest of', () => {
  it('stays hidden once it is withheld', async () => {
    const late = letter(11, '举报镇长克扣低保金');
    await letterIndexPg(test.db, tenantId, 'office').put([late]);
    expect(await search('低保金', openOnly)).toEqual([late.caseId]);
    await addLetterRow(late, true);
    expect(await search('低保金', openOnly)).toEqual([]);
    expect(await similar(late.title, openOnly)).toEqual([]);
    expect(await search('', openOnly)).not.toContain(late.caseId);
    expect(await search('低保金', all)).toEqual([late.caseId]);
  });

  it('stays hidden from the public once it is taken back', async () => {
    const late = letter(12, '南门市场垃圾无人清运');
    await letterIndexPg(test.db, tenantId, 'public').put([late]);
    expect(await search('垃圾', openOnly, 'public')).toEqual([]);
    await publish(late);
    expect(await search('垃圾', openOnly, 'public')).toEqual([late.caseId]);
  });
});

describe('a shelf', () => {
  it('is never left: the public meets published text only', async () => {
    expect(await search('烧烤店', openOnly, 'public')).toEqual([caseId(1)]);
    expect(await search('桂花园', openOnly, 'public')).toEqual([]);
    const [found] = await similar('桂花园小区楼下烧烤店油烟扰民', openOnly, 'public');
    expect(found?.why.phrases.join()).not.toContain('桂花园');
  });

  it('belongs to one tenant', async () => {
    expect(await search('油烟', all)).not.toContain(caseId(9));
  });

  it('forgets a letter that is taken away, and follows one that changes', async () => {
    const shelf = letterIndexPg(test.db, tenantId, 'office');
    await shelf.put([letter(7, '青石镇垃圾无人清运')]);
    expect(await search('垃圾', all)).toEqual([caseId(7)]);
    await shelf.put([letter(7, '青石镇路灯不亮')]);
    expect([await search('垃圾', all), await search('路灯', all)]).toEqual([[], [caseId(7)]]);
    await shelf.remove(caseId(7));
    expect(await search('路灯', all)).toEqual([]);
  });
});

describe('a search', () => {
  it('finds letters that hold every word, the newest first', async () => {
    expect(await search('烧烤店', openOnly)).toEqual([caseId(2), caseId(1)]);
    expect(await search('烧烤店 直排', openOnly)).toEqual([caseId(2)]);
    expect(await search('十点以后', openOnly)).toEqual([caseId(1)]);
  });

  it('finds a phrase only as a whole', async () => {
    expect(await search('油烟烧烤店', openOnly)).toEqual([]);
  });

  it('finds nothing for signs and for what no letter holds', async () => {
    expect([await search('？？', all), await search('量子计算机', all)]).toEqual([[], []]);
  });

  it('shows each reader what is on its lists, a letter of two lists once', async () => {
    const rights = { readers: ['org:urban-management', 'post:inspector'], maySeeWithheld: false };
    expect(await search('烧烤店', rights)).toEqual([caseId(1)]);
    expect(await search('', rights)).toEqual([caseId(1)]);
  });

  it('keeps to office, category and time', async () => {
    const found = async (filter: object) =>
      (await finder('office').search({ text: '', filter, rights: all, most: 10 })).map(
        (each) => each.caseId,
      );
    expect(await found({ orgId: 'environment' })).toEqual([caseId(2)]);
    expect(await found({ category: 'pension' })).toEqual([caseId(4)]);
    expect(await found({ fromAt: atHour(2), beforeAt: atHour(4) })).toEqual([caseId(3), caseId(2)]);
  });

  it.each([
    ['all letters', all],
    ['a list', { readers: ['org:urban-management'], maySeeWithheld: true }],
  ])('goes through %s page by page, each letter once', async (_, rights) => {
    const whole = await search('', rights);
    const pages: string[] = [];
    for (let after: { receivedAt: Instant; caseId: string } | undefined; ;) {
      const page = await finder('office').search({
        text: '',
        filter: {},
        rights,
        most: 1,
        ...(after === undefined ? {} : { after }),
      });
      const [last] = page;
      if (last === undefined) break;
      pages.push(last.caseId);
      after = last;
    }
    expect(pages).toEqual(whole);
    expect(pages.length).toBeGreaterThan(1);
  });
});
