import { describe, expect, it } from 'vitest';
import { isSamePerson } from '../api/staff.ts';
import { passwordProblems } from './password-problems.ts';
import { parseSettings, readSettings, writeSettings } from './settings.ts';

describe('settings of this machine', () => {
  it('are Chinese and "open the next" until somebody says otherwise', () => {
    expect(parseSettings(null)).toEqual({ locale: 'zh-CN', opensNext: true });
    expect(parseSettings('{"locale":"xx","opensNext":"?"}')).toEqual({
      locale: 'zh-CN',
      opensNext: true,
    });
    expect(parseSettings('[]')).toEqual({ locale: 'zh-CN', opensNext: true });
  });

  it('come back as they were kept', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    writeSettings(storage, { locale: 'en', opensNext: false });
    expect(readSettings(storage)).toEqual({ locale: 'en', opensNext: false });
  });

  it('do without a storage that is forbidden, full or broken', () => {
    const forbidden = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    expect(readSettings({ getItem: forbidden }).locale).toBe('zh-CN');
    expect(readSettings({ getItem: () => '{broken' }).locale).toBe('zh-CN');
    expect(() =>
      writeSettings({ setItem: forbidden }, { locale: 'en', opensNext: true }),
    ).not.toThrow();
  });
});

describe('a new password', () => {
  it('needs ten characters, typed twice the same', () => {
    const problems = passwordProblems({ current: '', next: 'short', repeat: 'other' });
    expect(Object.keys(problems)).toEqual(['current', 'next', 'repeat']);
    const fine = { current: 'x', next: '十个字符的新密码一二', repeat: '十个字符的新密码一二' };
    expect(passwordProblems(fine)).toEqual({});
  });
});

it('whoever logs in again must be the one who typed: name and posts, in any order', () => {
  const post = (postId: string) => ({ postId, postName: postId, orgId: 'o' });
  const staff = { personId: 'p1', name: '陆清和', actions: [], mustChangePassword: false };
  const a = { ...staff, posts: [post('p1'), post('p2')] };
  expect(isSamePerson(a, { ...a, posts: [post('p2'), post('p1')] })).toBe(true);
  expect(isSamePerson(a, { ...a, name: '苏婉' })).toBe(false);
  expect(isSamePerson(a, { ...a, posts: [post('p1')] })).toBe(false);
});
