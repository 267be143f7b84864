import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMs, instant, type Instant } from '../time/index.ts';
import { checkProxy, endOf, grantOf, proxiesInForce, type Proxy } from './index.ts';

const DAY_MS = 86_400_000;
const start = instant('2026-03-02T00:00:00.000Z');
const day = (n: number): Instant => addMs(start, n * DAY_MS);
const person = (id: string) => ({ personId: id, name: id.toUpperCase() });

function proxy(ways: string, from: number, until: number, more: Partial<Proxy> = {}): Proxy {
  const [principal = '', deputy = ''] = ways.split('>');
  return {
    proxyId: `${ways}${from}`,
    principal: person(principal),
    deputy: person(deputy),
    from: day(from),
    until: day(until),
    includesCurrent: true,
    setBy: person(principal),
    ...more,
  };
}

const codes = (existing: readonly Proxy[], wanted: Proxy): string[] =>
  checkProxy(existing, wanted).map(({ code }) => code);

describe('checkProxy 代理', () => {
  test.each<[string, readonly Proxy[], Proxy, string[]]>([
    ['oneself', [], proxy('a>a', 0, 5), ['proxy-is-yourself']],
    ['an end before the beginning', [], proxy('a>b', 5, 5), ['proxy-period-wrong']],
    ['longer than a year', [], proxy('a>b', 0, 367), ['proxy-period-wrong']],
    ['a year', [], proxy('a>b', 0, 366), []],
    ['two at once', [proxy('a>b', 0, 5)], proxy('a>c', 4, 9), ['proxy-overlaps']],
    ['one after the other', [proxy('a>b', 0, 5)], proxy('a>c', 5, 9), []],
    [
      'after one that ended early',
      [proxy('a>b', 0, 9, { endedAt: day(3) })],
      proxy('a>c', 3, 9),
      [],
    ],
    [
      'two for different items',
      [proxy('a>b', 0, 9, { itemCodes: ['x'] })],
      proxy('a>c', 0, 9, { itemCodes: ['y'] }),
      [],
    ],
    [
      'every item, and one of them',
      [proxy('a>b', 0, 9, { itemCodes: ['x'] })],
      proxy('a>c', 0, 9),
      ['proxy-overlaps'],
    ],
    ['each for the other', [proxy('b>a', 3, 9)], proxy('a>b', 0, 5), ['proxy-cycle']],
    ['not at the same time', [proxy('b>a', 5, 9)], proxy('a>b', 0, 5), []],
    [
      'a circle of three',
      [proxy('b>c', 0, 9), proxy('c>a', 2, 9)],
      proxy('a>b', 0, 5),
      ['proxy-cycle'],
    ],
    [
      'a circle of three that never is whole',
      [proxy('b>c', 0, 2), proxy('c>a', 2, 9)],
      proxy('a>b', 0, 5),
      [],
    ],
    [
      'a circle for no common item',
      [proxy('b>c', 0, 9, { itemCodes: ['x'] }), proxy('c>a', 0, 9, { itemCodes: ['y'] })],
      proxy('a>b', 0, 5),
      [],
    ],
    ['one deputy of several', [proxy('b>c', 0, 9)], proxy('a>c', 0, 9), []],
    ['a chain is no circle', [proxy('b>c', 0, 9)], proxy('a>b', 0, 9), []],
  ])('%s', (_name, existing, wanted, expected) => {
    expect(codes(existing, wanted)).toEqual(expected);
  });

  test('whatever is set one after the other, somebody is always there', () => {
    const wanted = fc
      .tuple(
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.nat(8),
        fc.nat(8),
      )
      .map(([from, to, first, length]) => proxy(`${from}>${to}`, first, first + length));
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 12 }), (all) => {
        const set = all.reduce<readonly Proxy[]>(
          (known, one) => (checkProxy(known, one).length === 0 ? [...known, one] : known),
          [],
        );
        for (let n = 0; n < 16; n += 1) {
          const deputyOf = new Map(
            set
              .filter((one) => one.from <= day(n) && day(n) < endOf(one))
              .map((one) => [one.principal.personId, one.deputy.personId]),
          );
          for (const begin of deputyOf.keys()) {
            let at: string | undefined = begin;
            for (let steps = 0; at !== undefined && steps < 5; steps += 1) at = deputyOf.get(at);
            expect(at).toBeUndefined();
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('proxies in force', () => {
  const all = [
    proxy('a>b', 0, 5),
    proxy('c>b', 2, 9, { endedAt: day(4), includesCurrent: false, itemCodes: ['x'] }),
    proxy('d>e', 0, 9),
  ];

  test('from its first instant until before its end; an ended one gives no right', () => {
    const principals = (n: number) =>
      proxiesInForce(all, 'b', day(n)).map(({ principal }) => principal.personId);
    expect([0, 2, 4, 5].map(principals)).toEqual([['a'], ['a', 'c'], ['a'], []]);
  });

  test('the grant names the principal’s posts, the items, and from when tasks count', () => {
    expect(all.map((one) => grantOf(one, ['p']))).toEqual([
      { proxyId: 'a>b0', principal: person('a'), posts: ['p'] },
      {
        proxyId: 'c>b2',
        principal: person('c'),
        posts: ['p'],
        itemCodes: ['x'],
        openedFrom: day(2),
      },
      { proxyId: 'd>e0', principal: person('d'), posts: ['p'] },
    ]);
  });
});
