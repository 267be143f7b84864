import { describe, expect, test } from 'vitest';
import { canonicalJson, encodeUtf8, fromHex, hashHex, toHex } from './index.ts';

/** The number whose IEEE 754 bits are given, as RFC 8785's appendix B lists them. */
function double(bits: string): number {
  return new DataView(fromHex(bits).buffer as ArrayBuffer).getFloat64(0);
}

describe('RFC 8785', () => {
  test('3.2.2 to 3.2.4: the example, to the byte', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    const text = canonicalJson(value);
    expect(text).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(toHex(encodeUtf8(text))).toBe(
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333' +
        '333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c2273747269' +
        '6e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d',
    );
  });

  test('3.2.3: keys sort by their UTF-16 units', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7);
    expect(canonicalJson(value).match(/:"[A-Z]\w+/g)).toEqual([
      ':"Carriage',
      ':"One',
      ':"Control',
      ':"Latin',
      ':"Euro',
      ':"Emoji',
      ':"Hebrew',
    ]);
  });

  test('keys that look like numbers sort as texts', () => {
    expect(canonicalJson({ 9: 1, 10: 2, a: 3 })).toBe('{"10":2,"9":1,"a":3}');
  });

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('appendix B: %s prints as %s', (bits, text) => {
    expect(canonicalJson(double(bits))).toBe(text);
  });

  test.each([
    ['NaN', double('7fffffffffffffff')],
    ['infinity', double('7ff0000000000000')],
    ['half a pair', '\udead'],
    ['half a pair in a key', { '\ud83d': 1 }],
    ['undefined', undefined],
    ['undefined in a list', [undefined]],
    ['bigint', 1n],
    ['function', () => 1],
    ['map', new Map()],
    ['bytes', new Uint8Array(1)],
  ])('%s is refused', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  test('an undefined property hashes as an absent one', () => {
    expect(canonicalJson({ a: undefined, b: 1, c: undefined })).toBe('{"b":1}');
    expect(canonicalJson({ a: undefined })).toBe('{}');
  });
});

describe('bytes', () => {
  test.each([
    '',
    'abc',
    'é',
    '一窗',
    '𠮷',
    'a\u0000\u007f\u0080\u07ff\u0800\uffff',
    '\udc00x\ud800',
  ])('UTF-8 of %j is what the platform encodes', (text) => {
    expect(encodeUtf8(text)).toEqual(new TextEncoder().encode(text));
  });

  test('hexadecimal goes both ways', () => {
    expect(toHex(fromHex('00ff7fAB'))).toBe('00ff7fab');
    expect(() => fromHex('0')).toThrow(RangeError);
    expect(() => fromHex('0g')).toThrow(RangeError);
    expect(() => hashHex('00ff')).toThrow(RangeError);
  });
});
