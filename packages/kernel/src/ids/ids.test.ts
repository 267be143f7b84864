import { describe, expect, test } from 'vitest';
import { plainDate } from '../time/index.ts';
import {
  buildCertificateId,
  buildCreditCode,
  creditCodeCheckDigit,
  maskIdNumber,
  maskName,
  maskPhone,
  parseCatalogCode,
  parseCertificateId,
  parseCitizenId,
  parseCreditCode,
  parseMobile,
  parseRegionCode,
  parseTaskCode,
} from './index.ts';

const today = plainDate('2026-11-22');

describe('统一社会信用代码', () => {
  test('a new code is built with both check digits, from characters of the standard only', () => {
    const region = { registrar: '9', category: '2', regionCode: '999921' };
    for (const serial of ['MA000001', 'MA00000Y', 'MAYYYYYY', 'YYYY0003']) {
      expect(parseCreditCode(buildCreditCode({ ...region, serial }))).toMatchObject({
        ok: true,
        ...region,
      });
    }
    expect(() => buildCreditCode({ ...region, serial: 'MA00000I' })).toThrow(RangeError);
    expect(() => buildCreditCode({ ...region, serial: 'MA1' })).toThrow(RangeError);
  });

  test.each([
    '11110101YYYY00012B',
    '12370881YYYY000209',
    '91510129YYYY000398',
    '92440882YYYY00047H',
    '93652924YYYY00055Q',
    '91370881YYYY001510',
    '91370881YYYY0032XY',
    '91370881YYYY0008X4',
    '11370800MB28559184',
  ])('%s holds both check digits', (code) => {
    expect(parseCreditCode(code)).toMatchObject({ ok: true, value: code });
  });

  test.each([
    ['11110101YYYY00012C', 'check-digit'],
    ['9151I129YYYY000398', 'charset'],
    ['91510129YYYY00039', 'length'],
    ['', 'length'],
    ['91350211M0000XUF46', 'check-digit'],
    ['9A5A0129YYYY000398', 'charset'],
  ])('%s is refused for its %s', (code, problem) => {
    expect(parseCreditCode(code)).toMatchObject({ ok: false, problem });
  });

  test('lower case, full width and blanks are what people type', () => {
    const value = '91510129YYYY000398';
    expect(parseCreditCode('91510129yyyy000398')).toMatchObject({ ok: true, value });
    expect(parseCreditCode('　９１５１０１２９ yyyy 000398 ')).toMatchObject({ ok: true, value });
  });

  test('a right outer digit does not hide a wrong inner one', () => {
    const first17 = '91510129YYYY00040';
    const parsed = parseCreditCode(first17 + creditCodeCheckDigit(first17));
    expect(parsed).toMatchObject({ ok: false, problem: 'inner-check-digit' });
  });

  test('the parts are named', () => {
    expect(parseCreditCode('92440882YYYY00047H')).toEqual({
      ok: true,
      value: '92440882YYYY00047H',
      registrar: '9',
      category: '2',
      regionCode: '440882',
      subjectCode: 'YYYY00047',
    });
  });
});

describe('公民身份号码', () => {
  test.each([
    ['11010119000110001X', '1900-01-10', 'male'],
    ['370881190102110020', '1901-02-11', 'female'],
    ['510129190203120191', '1902-03-12', 'male'],
    ['440882190304130067', '1903-04-13', 'female'],
    ['652924190405140099', '1904-05-14', 'male'],
    ['11010519491231002X', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
  ])('%s is born on %s, %s', (id, bornOn, sex) => {
    expect(parseCitizenId(id, today)).toEqual({
      ok: true,
      value: id,
      regionCode: id.slice(0, 6),
      bornOn,
      sex,
    });
  });

  test.each([
    ['110101190001100010', 'check-digit'],
    ['110101190002300013', 'date'],
    ['110101900110001', 'length'],
    ['1101011900O110001X', 'charset'],
    ['X1010119000110001X', 'charset'],
  ])('%s is refused for its %s', (id, problem) => {
    expect(parseCitizenId(id, today)).toMatchObject({ ok: false, problem });
  });

  test('a small x is the same number', () => {
    const value = '11010119000110001X';
    expect(parseCitizenId('11010119000110001x', today)).toMatchObject({ ok: true, value });
  });

  test('a birth is refused until its day has come', () => {
    const id = '11010519491231002X';
    const before = parseCitizenId(id, plainDate('1949-12-30'));
    expect(before).toMatchObject({ ok: false, problem: 'future-date' });
    expect(parseCitizenId(id, plainDate('1949-12-31')).ok).toBe(true);
  });
});

describe('电子证照标识', () => {
  const root = '1.2.156.3005.2.11370881YYYY0008XC001.11370881YYYY0008XC';

  test.each([
    `${root}.2026000000000000000A.001.X`,
    `${root}.20260102000000000001.002.A`,
    `${root}.TESTSERIAL0000000003.003.6`,
    `${root}.2026YB000001.001.1`,
    `${root}.00000000000000000099.001.W`,
    '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
    '1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9',
  ])('%s verifies, and its parts build it again', (id) => {
    const parsed = parseCertificateId(id);
    if (!parsed.ok) throw new Error(parsed.problem);
    expect(buildCertificateId(parsed)).toBe(id);
  });

  test.each([
    [`${root}.2026000000000000000A.001.Y`, 'check-digit'],
    [`${root}.2026000000000000000B.001.X`, 'check-digit'],
    [`${root}.2026000000000000000A.001`, 'structure'],
    [`${root}.2026000000000000000A.1.X`, 'length'],
    [`${root}.2026号.001.X`, 'charset'],
    ['1.2.156.3005.3.a.b.c.d.e', 'prefix'],
  ])('%s is refused for its %s', (id, problem) => {
    expect(parseCertificateId(id)).toMatchObject({ ok: false, problem });
  });

  test('building from a broken part is a programmer error', () => {
    const parts = { typeCode: 'short', issuerCode: 'X', serial: '1', version: '001' };
    expect(() => buildCertificateId(parts)).toThrow(RangeError);
  });
});

describe('事项编码', () => {
  test('the real implementation code falls into its parts', () => {
    expect(parseTaskCode('11370800MB285591843370117002011')).toEqual({
      ok: true,
      value: '11370800MB285591843370117002011',
      ownerCreditCode: '11370800MB28559184',
      level: 3,
      catalogCode: '370117002011',
    });
  });

  test('two digits more name a handling item', () => {
    const parsed = parseTaskCode('11370800MB28559184337011700201101');
    expect(parsed).toMatchObject({ ok: true, handlingItem: '01' });
  });

  test.each([
    ['11370800MB285591853370117002011', 'check-digit'],
    ['11370800MB285591848370117002011', 'structure'],
    ['11370800MB28559184337011700201', 'length'],
    ['11370800MB285591843370117A02011', 'charset'],
  ])('%s is refused for its %s', (code, problem) => {
    expect(parseTaskCode(code)).toMatchObject({ ok: false, problem });
  });

  test('a catalogue code may carry letters in its type', () => {
    expect(parseCatalogCode('511Z07001006')).toMatchObject({ region: '51', itemType: '1Z' });
  });
});

describe('区划代码', () => {
  test.each([
    ['370000', 'province'],
    ['370800', 'city'],
    ['370881', 'county'],
    ['370881102', 'township'],
    ['370881102000', 'township'],
    ['370881102201', 'village'],
    // A city without counties.
    ['441900003000', 'township'],
    // A code of 12 digits for a county.
    ['370881000000', 'county'],
  ])('%s is a %s', (code, level) => {
    expect(parseRegionCode(code)).toMatchObject({ ok: true, level });
  });

  test.each([
    ['3708', 'length'],
    ['37088a', 'charset'],
    ['370081', 'structure'],
    ['070881', 'structure'],
    ['370881000201', 'structure'],
  ])('%s is refused for its %s', (code, problem) => {
    expect(parseRegionCode(code)).toMatchObject({ ok: false, problem });
  });
});

describe('手机号码', () => {
  test.each(['13800138000', '+86 138-0013-8000', '0086 13800138000', '１３８００１３８０００'])(
    '%s is one number',
    (typed) => {
      expect(parseMobile(typed)).toEqual({ ok: true, value: '13800138000' });
    },
  );

  test.each([
    ['1380013800', 'length'],
    ['12800138000', 'prefix'],
    ['1380013800x', 'charset'],
    ['010-62201111', 'prefix'],
  ])('%s is refused for its %s', (typed, problem) => {
    expect(parseMobile(typed)).toMatchObject({ ok: false, problem });
  });
});

describe('masks', () => {
  test('ends stay, middles go', () => {
    expect(maskIdNumber('11010119000110001X')).toBe('110101********001X');
    expect(maskPhone('13800138000')).toBe('138****8000');
    expect(maskName('张三')).toBe('张*');
    expect(maskName('欧阳娜娜')).toBe('欧***');
    expect(maskName('𠮷田')).toBe('𠮷*');
  });

  test('what is too short is hidden whole', () => {
    expect(maskIdNumber('1101011900')).toBe('**********');
    expect(maskPhone('12345')).toBe('*****');
    expect(maskName('张')).toBe('*');
    expect(maskName('')).toBe('');
  });
});
