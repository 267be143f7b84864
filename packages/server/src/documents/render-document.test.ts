import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureSystem } from '../../../../tools/ensure-system.ts';
import type { DocumentData } from './check-template-data.ts';
import { createRenderer, DocumentDataError } from './render-document.ts';
import {
  exampleOf,
  OVERLAY_TEMPLATES,
  readExamples,
  runOnPdf,
  TEMPLATES_DIR,
  textOf,
} from './testing-documents.ts';

const renderer = createRenderer({ templatesDir: TEMPLATES_DIR, overlays: OVERLAY_TEMPLATES });
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
  const isWord = ['kind', 'ground', 'way', 'stage', 'result'].includes(key);
  // What a drawing says in words is read out and not printed.
  return !isWord && !['checkUrl', 'phone', 'address', 'svg', 'alt'].includes(key);
}

/** Documents whose heading follows from their data. */
const CALLED_OTHERWISE: Readonly<Record<string, string>> = {
  'refusal-of-acceptance shortest': '不受理告知书',
  'petition-mediation longest': '和解协议书',
};

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

/** A folder with one template and files beside it. */
function folderOf(id: string, text: string, beside: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-templates-'));
  const entry = { id, name: id, nameEn: id, sealed: false, legalBasis: 'x', fields: [] };
  const manifest = { common: [], templates: [entry] };
  const files = { 'manifest.json': JSON.stringify(manifest), [`${id}.typ`]: text, ...beside };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
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
        const own = data['title'] ?? CALLED_OTHERWISE[`${id} ${size}`];
        const title = typeof own === 'string' ? own : name;
        expect(text).toContain(title.replace(/（.*$/, ''));
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
      ['petition-transfer', '《信访工作条例》第二十二条'],
      ['petition-assignment', '《信访工作条例》第二十二条第一款第三项'],
      ['petition-notice', '《信访工作条例》第二十三条第二款'],
      ['petition-not-accepted', '《信访工作条例》第十九条'],
      ['petition-objection', '《信访工作条例》第二十三条第三款'],
      ['petition-objection-answer', '《信访工作条例》第二十三条第三款'],
      ['petition-extension', '《信访工作条例》第三十四条'],
      ['petition-opinion', '《信访工作条例》第三十一条第六项、第三十二条'],
      ['petition-mediation', '《信访工作条例》第三十三条'],
      ['petition-review', '《信访工作条例》第三十五条'],
      ['petition-recheck', '《信访工作条例》第三十六条'],
      ['petition-hearing', '《信访工作条例》第三十一条第六项'],
      ['petition-supervision', '《信访工作条例》第四十条'],
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

describe('a document of the petition chain', () => {
  const render = async (id: string, changes: DocumentData = {}): Promise<string> =>
    textOf(await renderer.render(id, { ...exampleOf(id), ...changes }));

  it('says who looks at it next and within what time, the last one that nobody does', async () => {
    const review = /三十日内.*第三十五条.*向云溪县人民政府请求复查/;
    expect(await render('petition-opinion')).toMatch(review);
    const recheck = /三十日内.*第三十六条第一款.*向云溪市人民政府请求复核/;
    expect(await render('petition-review')).toMatch(recheck);
    const last = await render('petition-recheck');
    expect(last).toMatch(/终结性意见.*同一事实和理由.*不再受理/);
    expect(last).not.toMatch(/请求复查|三十日内/);
  });

  it('says of every request whether it is supported, explained or not', async () => {
    const opinions = ['supported', 'explained', 'not-supported'].map((result, index) => ({
      result,
      text: `说明${index}。`,
    }));
    const text = await render('petition-opinion', { opinions });
    expect(text).toContain('（一）对该项请求予以支持。说明0。');
    expect(text).toMatch(/（二）该项请求事由合理，但缺乏法律依据，现作出解释说明。说明1。/);
    expect(text).toContain('（三）对该项请求不予支持。说明2。');
  });

  it('tells where a petition goes that is not handled as one', async () => {
    const way = { way: 'forwarded', handler: '云溪县水利局' };
    const forwarded = await render('petition-notice', way);
    expect(forwarded).toContain('已转送该单位处理，由该单位自收到之日起十五日内书面告知');
    expect(forwarded).not.toContain('信访处理意见书');
    const ground = { ground: 'not-competent', whereTo: '向云溪县水利局提出' };
    const refused = await render('petition-not-accepted', ground);
    expect(refused).toMatch(/第二十三条第一款.*请你向云溪县水利局提出/);
  });

  it('agrees to an objection only by asking for the papers back', async () => {
    expect(await render('petition-objection-answer')).toContain('材料交还我单位');
    const refused = await render('petition-objection-answer', { agreed: false });
    expect(refused).toMatch(/不同意你单位的异议.*办理期限不因提出异议而延长/);
    expect(refused).not.toContain('材料交还');
  });

  it('warns of secrecy when somebody is complained of, and only then', async () => {
    const secret = /不得将信访人的检举、揭发、控告材料及有关情况透露或者转给被检举/;
    for (const id of ['petition-transfer', 'petition-assignment']) {
      expect(await render(id, { confidential: true }), id).toMatch(secret);
      expect(await render(id), id).not.toMatch(secret);
    }
  });

  it('counts its points without end', async () => {
    const requests = Array.from({ length: 12 }, (_, index) => `请求${index + 1}。`);
    expect(await render('petition-opinion', { requests })).toContain('（十二）请求12。');
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
    const broken = createRenderer({ templatesDir: folderOf('a', '#nothing-of-this-name') });
    await expect(broken.render('a', {})).rejects.toThrow(/unknown variable/);
  });

  it('comes from its own pack, on the county’s layout, whatever its files are called', async () => {
    const templatesDir = folderOf('county', '#import "base.typ": *\n#show: page\n县', {
      'base.typ': '#let page(body) = [layout of the county: ] + body',
      'parts.typ': '#let part = "never this"',
    });
    const overlay = folderOf(
      'more',
      '#import "/base.typ": *\n#import "parts.typ": *\n#page(part)',
      {
        'base.typ': '#let page(body) = "never this"',
        'parts.typ': '#let part = "part of the overlay"',
        'county.typ': 'never this',
      },
    );
    const both = createRenderer({ templatesDir, overlays: [overlay] });
    const more = textOf(await both.render('more', {}));
    expect(more).toBe('layoutofthecounty:partoftheoverlay');
    expect(textOf(await both.render('county', {}))).toBe('layoutofthecounty:县');
  });
});
