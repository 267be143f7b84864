import { expect, it } from 'vitest';
import { regionName, regionNameAt } from './region-name.ts';

const orgs = new Map([
  ['c', { name: '云溪县人民政府' }],
  ['c/t', { name: '云溪县柳浦镇人民政府', parentId: 'c' }],
  ['c/s', { name: '云溪县碧云街道办事处', parentId: 'c' }],
  ['c/t/v', { name: '柳浦镇河口村', parentId: 'c/t' }],
]);

it.each([
  ['c', '云溪县'],
  ['c/t', '柳浦镇'],
  ['c/s', '碧云街道'],
  ['c/t/v', '柳浦镇河口村'],
])('names the place of %s as people do: %s', (id, expected) => {
  const org = orgs.get(id);
  expect(org === undefined ? '' : regionName(org, orgs)).toBe(expected);
});

it('leaves an id that nobody knows as it is', () => {
  expect(regionNameAt('x/y', orgs)).toBe('x/y');
});
