import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ensureKeyFile, newKeyLine, readKeyFile } from './key-file.ts';
import { createSecrets } from './secrets.ts';

const directory = mkdtempSync(join(tmpdir(), 'yichuang-keys-'));
afterAll(() => rmSync(directory, { recursive: true }));

const old = { id: 'k1', bytes: Buffer.alloc(32, 1) };
const fresh = { id: 'k2', bytes: Buffer.alloc(32, 2) };
const place = { tenantId: 't1', column: 'person.phone_sealed' };

describe('a sealed value', () => {
  const secrets = createSecrets([old]);

  it('opens to what it was, and looks different each time', () => {
    const [one, two] = [secrets.seal('13800138000', place), secrets.seal('13800138000', place)];
    expect(one).not.toBe(two);
    expect(one).not.toContain('138');
    expect([one, two].map((each) => secrets.open(each, place))).toEqual(
      Array(2).fill('13800138000'),
    );
    expect(secrets.open(secrets.seal('张三 𬭊', place), place)).toBe('张三 𬭊');
  });

  it.each([
    ['another county', { ...place, tenantId: 't2' }],
    ['another column', { ...place, column: 'person.id_number_sealed' }],
  ])('does not open in %s', (_, other) => {
    expect(() => secrets.open(secrets.seal('x', place), other)).toThrow('not genuine');
  });

  it('does not open once a bit of it was changed', () => {
    const sealed = secrets.seal('13800138000', place);
    for (let at = 3; at < sealed.length - 2; at += 1) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      expect(() => secrets.open(changed, place)).toThrow('not genuine');
    }
    expect(() => secrets.open('k1.AAAA', place)).toThrow('too short');
    expect(() => secrets.open('k9.AAAA', place)).toThrow('no key k9');
  });
});

describe('rotation of the key', () => {
  const before = createSecrets([old]);
  const after = createSecrets([fresh, old]);

  it('seals with the new key and opens with both', () => {
    expect(after.seal('x', place)).toMatch(/^k2\./);
    expect(after.open(before.seal('x', place), place)).toBe('x');
    expect(() => createSecrets([fresh]).open(before.seal('x', place), place)).toThrow('no key k1');
  });

  it('changes no blind index, or nobody would be found any more', () => {
    expect(after.blindIndex(place, '138')).toBe(before.blindIndex(place, '138'));
    expect(createSecrets([fresh]).blindIndex(place, '138')).not.toBe(
      before.blindIndex(place, '138'),
    );
  });

  it('gives each county, column and purpose its own', () => {
    const index = before.blindIndex(place, '138');
    expect(index).toMatch(/^[0-9a-f]{64}$/);
    expect(before.blindIndex({ ...place, tenantId: 't2' }, '138')).not.toBe(index);
    expect(before.blindIndex({ ...place, column: 'x' }, '138')).not.toBe(index);
    expect(before.subKey('files').key).not.toEqual(before.subKey('other').key);
  });
});

describe('the key file', () => {
  const path = join(directory, 'sub', 'secret.key');

  it('is made once, readable by this user only', () => {
    ensureKeyFile(path);
    const first = readKeyFile(path);
    ensureKeyFile(path);
    expect(readKeyFile(path)).toEqual(first);
    expect(first[0]?.bytes).toHaveLength(32);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('may hold several keys and notes', () => {
    writeFileSync(path, `# 2026\n${newKeyLine()}\n${newKeyLine()}`);
    expect(readKeyFile(path)).toHaveLength(2);
  });

  it.each([
    ['a line of another form', 'k1 short', 'line 1'],
    ['no key', '# nothing\n', 'holds no key'],
    ['two keys of one id', `k1 ${'A'.repeat(43)}\nk1 ${'B'.repeat(43)}`, 'two keys'],
  ])('refuses %s', (_, text, message) => {
    writeFileSync(path, text);
    expect(() => readKeyFile(path)).toThrow(message);
  });

  it('refuses a file that others can read, and says what to do when there is none', () => {
    writeFileSync(path, newKeyLine());
    chmodSync(path, 0o644);
    expect(() => readKeyFile(path)).toThrow('chmod 600');
    expect(() => readKeyFile(join(directory, 'none'))).toThrow('restore the file');
  });
});
