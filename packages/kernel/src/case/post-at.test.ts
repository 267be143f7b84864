import { describe, expect, it } from 'vitest';
import { postAt, roleAddress } from './post-at.ts';

const posts: Readonly<Record<string, string>> = {
  'head of zjj/sgk': 'zj-construction-head',
  'head of czj': 'cz-head',
};
const context = { postOf: (role: string, orgId: string) => posts[`${role} of ${orgId}`] };
const filed = { orgId: 'zjj/sgk', form: { toOrg: 'czj', days: 3 } };

describe('a post named by its role', () => {
  it('is the one of the applicant’s own unit', () => {
    expect(postAt('@head', filed, context)).toBe('zj-construction-head');
  });

  it('is the one of the unit that the form names', () => {
    expect(postAt('@head:toOrg', filed, context)).toBe('cz-head');
  });

  it('stays as written where nobody fills the role: it never becomes somebody else', () => {
    expect(postAt('@leader', filed, context)).toBe('@leader');
    expect(postAt('@head:days', filed, context)).toBe('@head:days');
    expect(postAt('@head:absent', filed, context)).toBe('@head:absent');
    expect(postAt('@head', filed, {})).toBe('@head');
  });

  it('is told apart from the id of a post', () => {
    expect(postAt('zj-leader', filed, context)).toBe('zj-leader');
    expect(roleAddress('zj-leader')).toBeUndefined();
    expect(roleAddress('@')).toBeUndefined();
    expect(roleAddress('@deputy-leader:toOrg')).toEqual({
      role: 'deputy-leader',
      field: 'toOrg',
    });
  });
});
