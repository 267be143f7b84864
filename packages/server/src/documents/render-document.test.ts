import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureSystem } from '../../../../tools/ensure-system.ts';
import type { DocumentData } from './check-template-data.ts';
import { createRenderer, DocumentDataError } from './render-document.ts';
import { exampleOf, readExamples, runOnPdf, TEMPLATES_DIR, textOf } from './testing-documents.ts';

const renderer = createRenderer({ templatesDir: TEMPLATES_DIR });
const manifest = await renderer.manifest();

beforeAll(() => ensureSystem(['poppler-utils']), 900_000);

/** Every text of the data that a reader must find, dates and amounts in their official form. */
function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return isSeen(key) ? [seen(value).replaceAll(/\s/g, '')] : [];
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'seal' ? [] : textsOf(one, name),
  );
}

function isSeen(key: string): boolean {
  return !['checkUrl', 'kind', 'ground', 'phone', 'address'].includes(key);
}

function seen(value: string): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/.exec(value);
  if (date === null) return value;
  const [year, month, day, hour, minute] = date.slice(1);
  const time = hour === undefined ? '' : `${Number(hour)}时${minute ?? ''}分`;
  return `${Number(year)}年${Number(month)}月${Number(day)}日${time}`;
}

/** The Chinese characters of GB/T 2312, rows 16 to 87 (row 55 has five fewer). */
function gb2312(): string {
  const decoder = new TextDecoder('gb18030');
  let text = '';
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) {
      text += decoder.decode(new Uint8Array([row, cell]));
    }
  }
  return text;
}

describe('every template', () => {
  it('has an entry in the manifest and examples, and nothing else has', () => {
    expect(Object.keys(readExamples()).toSorted()).toEqual(
      manifest.templates.map((one) => one.id).toSorted(),
    );
  });

  for (const { id, name } of manifest.templates) {
    for (const size of ['shortest', 'longest'] as const) {
      it(`${id}: shows all of its ${size} data`, async () => {
        const data = exampleOf(id, size);
        const text = textOf(await renderer.render(id, data));
        const isCalledOtherwise = id === 'refusal-of-acceptance' && size === 'shortest';
        const title = isCalledOtherwise ? '不受理告知书' : name.replace(/（.*$/, '');
        expect(text).toContain(title);
        const lost = textsOf(data).filter((one) => !text.includes(one));
        expect(lost).toEqual([]);
      });
    }
  }

  it('names the law that it stands on', async () => {
    const articles: readonly (readonly [string, string])[] = [
      ['acceptance-notice', '第三十二条第一款第四项'],
      ['correction-notice', '第三十二条第一款第四项'],
      ['refusal-of-acceptance', '第三十二条第一款第一项'],
      ['special-procedure-notice', '第四十五条'],
      ['extension-notice', '第四十二条第一款'],
      ['licence-granted', '第三十八条第一款'],
      ['licence-denied', '第三十八条第二款'],
      ['payment-notice', '第五十九条'],
      ['construction-permit', '《中华人民共和国建筑法》第八条'],
    ];
    for (const [id, article] of articles) {
      expect(textOf(await renderer.render(id, exampleOf(id))), id).toContain(article);
    }
  });

  it('tells whoever is refused of review within 60 days and suit within six months', async () => {
    for (const id of ['refusal-of-acceptance', 'licence-denied']) {
      const text = textOf(await renderer.render(id, exampleOf(id)));
      expect(text).toMatch(/六十日内.*第二十条第一款.*向云溪县人民政府申请行政复议/);
      expect(text).toMatch(/六个月内.*第四十六条第一款.*向云溪县人民法院提起行政诉讼/);
    }
  });
});

describe('a certificate', () => {
  for (const id of ['construction-permit', 'business-licence', 'hygiene-licence']) {
    it(`${id}: has one page, however long its data`, async () => {
      const pdf = await renderer.render(id, exampleOf(id, 'longest'));
      expect(runOnPdf('pdfinfo', ['{pdf}'], pdf)).toMatch(/Pages:\s+1\n/);
    });
  }
});

describe('a rendered document', () => {
  const render = (changes: DocumentData = {}): Promise<Uint8Array> =>
    renderer.render('acceptance-notice', { ...exampleOf('acceptance-notice'), ...changes });

  it('has a glyph for the 6,763 characters of GB/T 2312 and the rarest of the 8,105', async () => {
    const rare =
      '㑇㑊㕮㘎㙍㛃㛚㛹㟃㠇㤘㥄㧐㧟㫰㬊㬎㭎㮾㰀㳇㴔㵐㶲㸆㺄㻬㽏㿠䁖䂮䃅䅟䌹䎃䏝䐃䓖䗖䜣䝙䢺䥽䦃䲟䴓䴙䶮喆堃嫖翀' +
      '𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣸣𤧛𤩽𤫉𥔲𥖨𥻗𦈡𦒍𦙶𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨺙𩽾𩾃𪟝𪣻𪨰𪩘𪾢𫄧𫄸𫇭𫌀𫍣𫍯𫐄𫐓𫑡𫓧' +
      '𫔍𫖮𫗧𫘜𫘪𫚕𫛭𫞩𫟅𫟹𫠆𫠜𫢸𫫇𫭟𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬂩𬃊𬇕𬉼𬊈𬌗𬍛𬒈𬒔𬕂𬘓𬘡𬙂𬙊𬜬𬞟𬟁𬣙𬤇𬨂𬩽𬪩𬬩𬬭𬭊𬭛' +
      '𬭼𬮱𬯀𬱖𬳵𬴂𬶋𬶠𬷕𬸘𬸪𬹼𬺈𬺓';
    const text = textOf(await render({ itemName: gb2312() + rare }));
    expect([...gb2312()].length).toBe(6763);
    expect(text).toContain(rare);
    expect(text).toContain(gb2312().slice(-100));
  });

  it('uses the two shipped families, and of the machine nothing but its 仿宋', async () => {
    const fonts = runOnPdf('pdffonts', ['{pdf}'], await render())
      .split('\n')
      .slice(2);
    const named = fonts.filter((one) => one !== '');
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((one) => !/\+(NotoSerifSC-|NotoSansSC-|FangSong)/.test(one))).toEqual([]);
  });

  it('is refused, the letter and its place named, when no typeface has it', async () => {
    const name = '张𪚥\uE000';
    const refusal: unknown = await render({ applicant: { name, kind: 'person' } }).catch(
      (error: unknown) => error,
    );
    if (!(refusal instanceof DocumentDataError)) throw new Error('was rendered');
    expect(refusal.problems.map((one) => [one.path, one.code, one.message])).toContainEqual([
      'applicant.name',
      'no-glyph',
      'no typeface has the character 𪚥 (U+2A6A5)',
    ]);
  });

  it('is the same, byte for byte, for the same data', async () => {
    expect(Buffer.from(await render()).equals(Buffer.from(await render()))).toBe(true);
  });

  it('takes data as data: neither Typst nor SVG nor HTML in it means anything', async () => {
    const name = '#panic("x") $x$ *a* <svg onload="1"> & \\ "引" [括]';
    const text = textOf(await render({ applicant: { name, kind: 'person' } }));
    expect(text).toContain(name.replaceAll(/\s/g, ''));
  });

  it('keeps the letters of the seal out of its text', async () => {
    const text = textOf(
      await render({ seal: { organisation: '某某专用机关', line: '审批专用章' } }),
    );
    expect(text).not.toContain('审批专用章');
    expect(text).not.toContain('某');
  });

  it('is tagged for screen readers and says its title and language', async () => {
    const info = runOnPdf('pdfinfo', ['{pdf}'], await render());
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+受理通知书（4399260102000017）/);
  });

  it('is refused, every problem named, when data is missing or wrong', async () => {
    const refusal: unknown = await render({
      itemName: undefined,
      acceptedOn: '2026-02-30',
      itemNam: 'x',
    }).catch((error: unknown) => error);
    if (!(refusal instanceof DocumentDataError)) throw new Error('was rendered');
    expect(refusal.problems.map((one) => [one.path, one.code])).toEqual([
      ['itemName', 'missing'],
      ['acceptedOn', 'wrong-type'],
      ['itemNam', 'unknown-field'],
    ]);
  });

  it('cannot be asked of a file that the manifest does not list', async () => {
    await expect(renderer.render('base', {})).rejects.toThrow('there is no such template');
    await expect(renderer.render('../../etc/passwd', {})).rejects.toThrow('no such template');
  });

  it('fails loudly when its template is broken', async () => {
    const templatesDir = mkdtempSync(join(tmpdir(), 'yichuang-broken-'));
    const entry = { id: 'a', name: 'A', nameEn: 'A', sealed: false, legalBasis: 'x', fields: [] };
    writeFileSync(
      join(templatesDir, 'manifest.json'),
      JSON.stringify({ common: [], templates: [entry] }),
    );
    writeFileSync(join(templatesDir, 'a.typ'), '#nothing-of-this-name');
    const broken = createRenderer({ templatesDir });
    await expect(broken.render('a', {})).rejects.toThrow(/unknown variable/);
  });
});
