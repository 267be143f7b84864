import { describe, expect, it } from 'vitest';
import { findPage } from './pages.ts';

describe('the page of an address', () => {
  it.each([
    ['/console/board', 'board'],
    ['/console/board/', 'board'],
    ['/console/board/cases', 'board/cases'],
    ['/console/cases/0190a', 'cases/$caseId'],
    ['/console/supervision/rules/JC-S2', 'supervision/rules/$ruleId'],
    ['/console/letters/enter', 'letters/enter'],
  ])('%s is %s', (pathname, path) => {
    expect(findPage(pathname)).toBe(path);
  });

  it.each(['/console', '/console/', '/console/todo', '/console/board/nothing/here'])(
    '%s is loaded with the first screen, or is none',
    (pathname) => {
      expect(findPage(pathname)).toBeUndefined();
    },
  );
});
