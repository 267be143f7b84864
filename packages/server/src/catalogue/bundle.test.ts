import type { ItemDefinition } from '@yichuang/kernel/case';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { countedAnswers, decideBundle, questionsPut } from './bundle-decisions.ts';
import { BundleSchema, type BundleFile } from './bundle-schema.ts';
import { checkBundle, waysThrough } from './check-bundle.ts';
import { checkPartFilings } from './check-part-filings.ts';
import { checkShape } from './check-shape.ts';
import { compileBundle } from './compile-bundle.ts';
import { loadPack } from './load-pack.ts';

const directory = join(import.meta.dirname, '../../../../packs/demo-county');
let restaurant: BundleFile;
let items: ReadonlyMap<string, ItemDefinition>;
beforeAll(async () => {
  restaurant = JSON.parse(await readFile(join(directory, 'bundles/restaurant.json'), 'utf8'));
  const pack = await loadPack(directory);
  items = new Map(pack.items.map((item) => [item.code, item]));
});

const noodles = { hasLicence: false, foodKind: 'hot', area: 80, hasShow: false, sign: 'fascia' };

describe('the decision tables of “开一家餐饮店”', () => {
  const parts = (answers: object): readonly string[] =>
    decideBundle(restaurant, { ...noodles, ...answers }).parts;

  test.each([
    ['a noodle shop from nothing', {}, ['registration', 'food', 'fire', 'sign']],
    ['who has a licence', { hasLicence: true }, ['food', 'fire', 'sign']],
    ['fifty square metres need no fire check', { area: 50 }, ['registration', 'food', 'sign']],
    ['a hundredth more does', { area: 50.01, sign: 'none' }, ['registration', 'food', 'fire']],
    [
      'a small one with karaoke',
      { area: 30, hasShow: true, sign: 'none', hasLicence: true },
      ['food', 'fire'],
    ],
    ['packaged food only', { foodKind: 'packaged', sign: 'none', hasLicence: true }, []],
  ])('%s', (_name, answers, expected) => {
    expect(parts(answers)).toEqual(expected);
  });

  test('a part that two rows name is filed once', () => {
    expect(parts({ hasShow: true }).filter((id) => id === 'fire')).toHaveLength(1);
  });

  test('materials come with the answers that need them', () => {
    const { materials } = decideBundle(restaurant, { ...noodles, foodKind: 'cold', sign: 'large' });
    expect(materials).toEqual(['cold-room', 'structure']);
  });

  test('an answer to a question that is no longer put does not count', () => {
    const changed = { ...noodles, hasShow: true, foodKind: 'packaged' };
    expect(countedAnswers(restaurant, changed)).not.toHaveProperty('hasShow');
    expect(decideBundle(restaurant, changed).parts).not.toContain('fire');
    expect(questionsPut(restaurant, changed).map(({ id }) => id)).not.toContain('hasShow');
  });
});

describe('what a bundle adds to its item', () => {
  const compiled = (): ItemDefinition => compileBundle(restaurant, items);

  test('answers and what follows from them are in the form, and nobody types them', () => {
    const { form } = compiled();
    const added = (form?.sections ?? []).slice(0, 2).flatMap((section) => section.fields);
    expect(added).toContain('area');
    expect(added).toContain('partFire');
    expect(added).toContain('needsColdRoom');
    for (const field of added) expect(form?.schema.properties[field]?.readOnly, field).toBe(true);
  });

  test('a shared question is asked when any part that uses it applies', () => {
    const properties = compiled().form?.schema.properties ?? {};
    expect(properties['safetyOfficer']?.['x-when']).toEqual({ field: 'partFood', equals: true });
    expect(properties['employees']?.['x-when']).toEqual({
      anyOf: [
        { field: 'partRegistration', equals: true },
        { field: 'partFood', equals: true },
      ],
    });
    // A part that does not apply is nowhere shown as a "no".
    expect(properties['partSign']?.['x-when']).toEqual({ field: 'partSign', equals: true });
    // Who has a business licence gives its number: a condition of its own goes first.
    expect(properties['creditCode']?.['x-when']).toEqual({ field: 'hasLicence', equals: true });
  });

  test('a shared material is asked once for all parts that use it, with their law', () => {
    const plan = compiled().materials.find(({ id }) => id === 'floor-plan');
    expect(plan?.when).toEqual({
      anyOf: [
        { field: 'partFood', equals: true },
        { field: 'partFire', equals: true },
      ],
    });
    expect(plan?.basis?.law).toBe('食品经营许可和备案管理办法');
    const standards = compiled().materials.find(({ id }) => id === 'fire-standards');
    expect(standards?.commitment?.checkDays).toBe(20);
  });

  test('a part is ordered when its fact says so', () => {
    const split = JSON.stringify(compiled().flow);
    expect(split).toContain('"when":"partSign = true"');
  });
});

describe('a bundle is refused', () => {
  const broken = (change: (file: BundleFile) => unknown): string[] => {
    const file = structuredClone(restaurant);
    change(file);
    const codes: string[] = [];
    checkBundle(file, (_pointer, code) => codes.push(code));
    const whole = compileBundle(file, items);
    checkPartFilings(whole, items, (_pointer, code) => codes.push(code));
    return codes;
  };
  const setRow = (file: BundleFile, row: number, change: object): void => {
    Object.assign(file.decisions[0]?.rows[row] ?? {}, change);
  };

  test('never as it is: every way through its questions was walked', () => {
    expect(broken(() => undefined)).toEqual([]);
    expect(checkShape(BundleSchema, restaurant)).toEqual([]);
    // 2 × 3 × areas × 2 × 3 with food that is made, 2 × areas × 3 with packaged food.
    const areas = 5; // 1, 49, 50, 51, 5000
    expect(waysThrough(restaurant)).toHaveLength(2 * 3 * areas * 2 * 3 + 2 * areas * 3);
  });

  test.each<[string, (file: BundleFile) => unknown, string]>([
    [
      'a condition that is no FEEL',
      (f) => setRow(f, 0, { when: 'area >' }),
      'condition-does-not-parse',
    ],
    [
      'a question that nobody puts',
      (f) => setRow(f, 0, { when: 'rent > 3' }),
      'condition-names-unknown-field',
    ],
    ['a part that the flow has not', (f) => setRow(f, 0, { parts: ['tobacco'] }), 'unknown-part'],
    ['a row that never holds', (f) => setRow(f, 2, { when: 'area > 5000' }), 'row-never-holds'],
    [
      'a question that is never put',
      (f) => Object.assign(f.questions[3] ?? {}, { when: 'area < 0' }),
      'question-never-put',
    ],
    [
      'a part that no answers choose',
      (f) => f.decisions[0]?.rows.splice(4, 1),
      'part-never-chosen',
    ],
    [
      'a part without what it asks for',
      (f) => delete f.item.partFilings?.['food']?.form['safetyOfficer'],
      'part-filing-lacks-field',
    ],
    [
      'a part without its material',
      (f) => delete f.item.partFilings?.['fire']?.materials['plan'],
      'part-filing-lacks-material',
    ],
  ])('for %s', (_name, change, code) => {
    expect(broken(change)).toContain(code);
  });
});
