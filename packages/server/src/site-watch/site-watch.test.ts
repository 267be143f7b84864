import { describe, expect, it } from 'vitest';
import type { ItemDefinition } from '@yichuang/kernel/case';
import { linksIn } from './crawl-site.ts';
import { lightOf } from './measure-site.ts';
import { GUIDE_ELEMENTS, missingElements } from './missing-elements.ts';

describe('links of a page', () => {
  it('are those of the site itself, once, without fragments and what needs a log-in', () => {
    const html = `<a href="/items/1#top">1</a> <a class="x" href="/items/1">again</a>
      <a href="2?page=3&amp;q=a">2</a> <a href="https://elsewhere.example/">out</a>
      <a href="/console/board">staff</a> <a href="mailto:a@b.example">mail</a>
      <link href="/x.css">`;
    expect(linksIn(html, '/items/', 'https://county.example')).toEqual([
      '/items/1',
      '/items/2?page=3&q=a',
    ]);
  });
});

describe('lights', () => {
  it.each([
    [null, 5, 'grey'],
    [0, 5, 'green'],
    [3.4, 5, 'green'],
    [3.5, 5, 'yellow'],
    [5, 5, 'red'],
    [1, 1, 'red'],
    [0, 1, 'green'],
  ] as const)('%s of %s is %s: yellow from seven tenths of the threshold', (value, most, light) => {
    expect(lightOf(value, most)).toBe(light);
  });
});

describe('elements of a guide', () => {
  it('are missing where a reader would look in vain', () => {
    const empty = {
      name: '',
      legalBasis: [],
      conditions: [],
      materials: [],
      place: { address: ' ', hours: '', phone: '', supervisionPhone: '' },
    } as unknown as ItemDefinition;
    expect(missingElements(empty)).toEqual(GUIDE_ELEMENTS);
  });
});
