import type { WatchDefinition } from '@yichuang/contracts';
import { expect, test } from 'vitest';
import { translator } from '../texts/locale.ts';
import { scopeInWords, withScope } from './scope.ts';

const rule: WatchDefinition = {
  id: 'YX-K1',
  name: '环节超期',
  kind: 'timeliness',
  light: 'red',
  each: 'clock',
  when: 'it.isLate',
  says: '{case.number}',
  basis: [],
};
const choices = {
  hasKinds: true,
  orgs: [{ key: 'a', name: '住建局' }],
  items: [{ key: 'permit', name: '施工许可' }],
};

test('a scope from which the last name was taken is none, not an empty one', () => {
  const narrow = withScope(rule, { orgs: ['a'], items: ['permit'] });
  expect(narrow.scope).toEqual({ orgs: ['a'], items: ['permit'] });
  const less = withScope(narrow, { orgs: [] });
  expect(less.scope).toEqual({ items: ['permit'] });
  expect('scope' in withScope(less, { items: [] })).toBe(false);
});

test('a scope is said by names, and that there is none is said as well', () => {
  const t = translator('zh-CN');
  expect(scopeInWords(rule, choices, t)).toBe('所有办件');
  const narrow = withScope(rule, {
    lifecycles: ['licence'],
    orgs: ['a', 'gone'],
    items: ['permit'],
  });
  expect(scopeInWords(narrow, choices, t)).toBe('许可和服务 · 住建局、gone · 施工许可');
});
