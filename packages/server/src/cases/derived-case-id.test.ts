import { expect, test } from 'vitest';
import { isUuid } from './case-store.pg.ts';
import { derivedCaseId } from './derived-case-id.ts';

test('the same place gives the same id, for ever', () => {
  // Written down once: another value would open the parts of running joint cases a second time.
  expect(derivedCaseId('3f0c', 'parts', 1, 'fire')).toBe('bde5232d-342c-8e94-8a84-6c84197c21fa');
});

test('every piece of the place and their order count', () => {
  const ids = [
    derivedCaseId('office', 'yunxi', 'a', 'b'),
    derivedCaseId('office', 'yunxi', 'b', 'a'),
    derivedCaseId('office', 'yunxi', 'ab', ''),
    derivedCaseId('office', 'yunxi', 'a', 'b', 1),
    derivedCaseId('office', 'yunxi', 'a', 'b', '1'),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect([id, isUuid(id)]).toEqual([id, true]);
});
