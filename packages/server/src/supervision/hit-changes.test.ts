import { expect, test } from 'vitest';
import { hitChanges } from './hit-changes.ts';
import type { HitStatus, KnownHit } from './hit-store.pg.ts';

const known = (key: string, light: 'yellow' | 'red', status: HitStatus): KnownHit => ({
  id: key,
  key,
  light,
  status,
});
const due = 'JC-S1 c1 clock:promise';

test('a yellow hit that no longer holds was resolved in time', () => {
  expect(hitChanges([known(due, 'yellow', 'open')], [])).toEqual([
    { id: due, status: 'resolved', from: ['open'] },
  ]);
});

test('one whose subject is red now was overtaken, not mended', () => {
  const late = { key: 'JC-S2 c1 clock:promise', light: 'red' } as const;
  const [change] = hitChanges([known(due, 'yellow', 'open')], [late]);
  expect(change?.status).toBe('overtaken');
});

test('red of another rule leaves a yellow hit on the case as a whole as it is', () => {
  const urged = 'JC-S9 c1 case';
  const other = { key: 'JC-L2 c1 case', light: 'red' } as const;
  const holds = { key: urged, light: 'yellow' } as const;
  expect(hitChanges([known(urged, 'yellow', 'open')], [other, holds])).toEqual([]);
});

test('one that holds again is open again', () => {
  const again = { key: due, light: 'yellow' } as const;
  expect(hitChanges([known(due, 'yellow', 'resolved')], [again])[0]?.status).toBe('open');
  expect(hitChanges([known(due, 'yellow', 'open')], [again])).toEqual([]);
});

test('red stays red, whatever was done since', () => {
  expect(hitChanges([known('JC-S2 c1 clock:promise', 'red', 'open')], [])).toEqual([]);
});

test('what people dealt with is not touched by rules', () => {
  expect(hitChanges([known(due, 'yellow', 'set-aside')], [])).toEqual([]);
  expect(hitChanges([known(due, 'yellow', 'ordered')], [])).toEqual([]);
});
