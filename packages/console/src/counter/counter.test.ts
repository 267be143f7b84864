import { parseCreditCode } from '@yichuang/kernel/ids';
import type { PlainDate } from '@yichuang/kernel/time';
import { describe, expect, it } from 'vitest';
import { constructionPermit } from '../examples/item.examples.ts';
import { applicantProblems, noApplicant, toParty } from './applicant-values.ts';
import { toFormData, toMaterials, toTexts, withMaterial } from './draft-values.ts';
import { fitPixels } from './fit-pixels.ts';
import { movePage } from './page-order.ts';

const today = '2026-11-22' as PlainDate;
const enterprise = {
  kind: 'legal' as const,
  name: ' 云溪县青石置业有限公司 ',
  code: '91999921yyyy10018u',
  phone: '+86 199-0000-0002',
};

describe('the applicant at the counter', () => {
  it('needs a name and a number', () => {
    const problems = applicantProblems(noApplicant, today);
    expect(problems).toEqual({ name: 'counter.nameMissing', code: 'counter.codeMissing' });
  });

  it('is judged by the check digit of the kind', () => {
    expect(parseCreditCode(enterprise.code).ok).toBe(true);
    expect(applicantProblems(enterprise, today)).toEqual({});
    const wrong = { ...enterprise, code: '91999921YYYY100180' };
    expect(applicantProblems(wrong, today)).toEqual({ code: 'id.check-digit' });
    const asPerson = { ...enterprise, kind: 'natural' as const };
    expect(applicantProblems(asPerson, today).code).toMatch(/^id\./);
  });

  it('may have no telephone, but not half of one', () => {
    expect(applicantProblems({ ...enterprise, phone: '' }, today)).toEqual({});
    expect(applicantProblems({ ...enterprise, phone: '1990' }, today)).toEqual({
      phone: 'id.length',
    });
    expect(toParty({ ...enterprise, phone: '' })).not.toHaveProperty('phone');
  });

  it('is sent in the standards’ spelling', () => {
    expect(toParty(enterprise)).toEqual({
      kind: 'legal',
      name: '云溪县青石置业有限公司',
      code: '91999921YYYY10018U',
      phone: '19900000002',
    });
  });
});

describe('a draft', () => {
  const { form } = constructionPermit;
  const stored = { projectName: '青石花园', buildingArea: 12_800, mobile: '199****0002' };

  it('comes back as it was stored when nothing was typed', () => {
    expect(toFormData(form, toTexts(form, stored), stored)).toEqual(stored);
  });

  it('takes numbers, yes or no, and empties', () => {
    const texts = { ...toTexts(form, stored), buildingArea: '1,000', isSupervised: 'true' };
    const data = toFormData(form, { ...texts, projectName: '' }, stored);
    expect(data).toEqual({ buildingArea: 1000, isSupervised: true, mobile: '199****0002' });
  });

  it('keeps one entry for each material', () => {
    const page = { sha256: 'a'.repeat(64), name: '1.jpg', mediaType: 'image/jpeg', bytes: 1 };
    const first = { materialId: 'application', pages: [], isOnPaper: false };
    const changed = withMaterial([first], { ...first, pages: [page] });
    expect(toMaterials(changed)).toEqual([
      {
        materialId: 'application',
        pages: [{ sha256: page.sha256, name: '1.jpg' }],
        isOnPaper: false,
      },
    ]);
  });
});

describe('a picture made to keep its rule', () => {
  const rule = constructionPermit.materials[0]?.upload;
  if (rule === undefined) throw new Error('the example has an upload rule');

  it.each([
    [
      { width: 4000, height: 3000 },
      { width: 1600, height: 1200 },
    ],
    [
      { width: 3000, height: 4000 },
      { width: 1200, height: 1600 },
    ],
    [
      { width: 4000, height: 2000 },
      { width: 1600, height: 800 },
    ],
    [
      { width: 1000, height: 800 },
      { width: 1000, height: 800 },
    ],
    [
      { width: 300, height: 200 },
      { width: 300, height: 200 },
    ],
  ])('%j becomes %j', (size, fitted) => {
    expect(fitPixels(size, rule)).toEqual(fitted);
  });

  it('is never made smaller than the least size', () => {
    const small = fitPixels({ width: 4000, height: 3000 }, rule, 0.1);
    expect(small).toEqual({ width: 640, height: 480 });
  });
});

it('a page changes places with the one before it; the first stays', () => {
  expect(movePage(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b']);
  expect(movePage(['a', 'b'], 0)).toEqual(['a', 'b']);
});
