import { expect, it } from 'vitest';
import { receivedCase } from '../examples/case.examples.ts';
import { byPackage } from './by-package.ts';

it('groups materials by package in order of first occurrence, those in none together', () => {
  const groups = byPackage(receivedCase.materials);
  expect(groups.map(({ name, materials }) => [name, materials.length])).toEqual([
    ['施工', 2],
    ['安全', 1],
    ['', 1],
  ]);
});
