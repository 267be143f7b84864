import type { ProxyView } from '@yichuang/contracts';
import { describe, expect, it } from 'vitest';
import { emptyProxy, isActing, lastDayOf, problemsOf, toProxy } from './proxy-values.ts';

const deputy = { personId: 'p2', name: '宁波涛' };
const whole = {
  ...emptyProxy('2026-11-23'),
  deputy,
  untilOn: '2026-11-27',
  reason: ' 出差 ',
};

describe('a proxy as entered', () => {
  it('needs a deputy and days in their order', () => {
    expect(problemsOf(emptyProxy('2026-11-23'))).toEqual({ deputy: 'proxies.deputyMissing' });
    expect(problemsOf({ ...whole, untilOn: '2026-11-22' })).toEqual({
      untilOn: 'proxies.untilBeforeFrom',
    });
    expect(problemsOf({ ...whole, fromOn: '', untilOn: '' })).toEqual({
      fromOn: 'proxies.dayMissing',
      untilOn: 'proxies.dayMissing',
    });
    expect(problemsOf(whole)).toEqual({});
  });

  it('runs to the end of its last day in Shanghai, for all items unless some are chosen', () => {
    expect(toProxy(whole)).toEqual({
      deputyId: 'p2',
      from: '2026-11-22T16:00:00.000Z',
      until: '2026-11-27T16:00:00.000Z',
      includesCurrent: true,
      reason: '出差',
    });
  });

  it('names the principal where somebody else sets it, and the items if not all are meant', () => {
    const principal = { personId: 'p1', name: '乔明远' };
    expect(toProxy({ ...whole, principal, itemCodes: ['office-leave'] })).toMatchObject({
      principalId: 'p1',
      itemCodes: ['office-leave'],
    });
  });

  it('is shown with its last day, and concerns the deputy while it runs', () => {
    expect(lastDayOf('2026-11-27T16:00:00.000Z')).toBe('2026-11-27');
    const proxy: ProxyView = {
      proxyId: 'x',
      principal: { personId: 'p1', name: '乔明远' },
      deputy: { personId: 'p2', name: '宁波涛' },
      from: '2026-11-22T16:00:00.000Z',
      until: '2026-11-27T16:00:00.000Z',
      includesCurrent: true,
      reason: '',
      setBy: { personId: 'p1', name: '乔明远' },
      setAt: '2026-11-22T08:00:00.000Z',
      status: 'running',
      canEnd: true,
    };
    expect([isActing(proxy, 'p2'), isActing(proxy, 'p1')]).toEqual([true, false]);
    expect(isActing({ ...proxy, status: 'planned' }, 'p2')).toBe(false);
    expect(isActing(proxy, undefined)).toBe(false);
  });
});
