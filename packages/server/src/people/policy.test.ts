import { describe, expect, it } from 'vitest';
import type { HeldPost, Session } from '../platform/http/index.ts';
import {
  actions,
  actionsOf,
  can,
  orgIdsFor,
  postsFor,
  roles,
  type Action,
  type Role,
} from './policy.ts';

/** county ⊃ { housing ⊃ section, health } */
const below: Record<string, string[]> = {
  county: ['county', 'housing', 'section', 'health'],
  housing: ['housing', 'section'],
  section: ['section'],
  health: ['health'],
};

function post(orgId: string, ...capabilities: string[]): HeldPost {
  const orgIds = new Set(below[orgId]);
  return { postId: `${orgId}-post`, postName: 'x', orgId, capabilities, orgIds };
}

function staff(...posts: HeldPost[]): Session {
  return {
    id: 's',
    tenantId: 't',
    kind: 'staff',
    personId: 'p',
    accountId: 'a',
    posts,
    mustChangePassword: false,
  };
}

/** The whole matrix, written out a second time: a change of rights must be meant twice. */
const matrix: Record<Action, Role[]> = {
  'case:read': ['clerk', 'reviewer', 'leader', 'finance', 'supervisor', 'manager'],
  'case:act': ['clerk', 'reviewer', 'leader'],
  'case:file-on-behalf': ['clerk'],
  'case:reassign': ['leader', 'manager'],
  'case:rebase': ['manager'],
  'fee:record-payment': ['finance'],
  'supervision:read': ['supervisor', 'manager'],
  'supervision:act': ['supervisor'],
  'rule:publish': ['supervisor'],
  'item:import': ['administrator'],
  'item:design': ['administrator', 'designer'],
  'pack:publish': ['administrator'],
  'people:manage': ['administrator'],
  'people:hand-over': ['manager', 'administrator'],
  'proxy:set-for-others': ['administrator', 'secretary'],
  'ledger:publish': ['manager', 'administrator'],
  'clock:move': ['demonstrator'],
  'demo:gateway': ['demonstrator'],
  'person:read-numbers': ['clerk'],
  'insight:read': ['leader', 'supervisor', 'manager'],
  'letter:handle': ['correspondent'],
  'letter:enter': ['letter-clerk', 'letters-officer'],
  'letter:office': ['letters-officer'],
  'letter:report': ['letter-reporter'],
  'trial:manage': ['administrator'],
  'upload:read': ['supervisor', 'manager', 'administrator'],
  'upload:manage': ['manager', 'administrator'],
  'review:read': ['reviewer', 'supervisor', 'reviews-officer'],
  'review:handle': ['reviews-officer'],
};

const roleNames = Object.keys(roles) as Role[];

describe('the matrix of rights', () => {
  it.each(actions.flatMap((action) => roleNames.map((role) => [role, action] as const)))(
    '%s × %s',
    (role, action) => {
      const expected = matrix[action].includes(role);
      expect(can(staff(post('housing', role)), action)).toBe(expected);
      for (const orgId of ['housing', 'section']) {
        expect(can(staff(post('housing', role)), action, { orgId })).toBe(expected);
      }
      for (const orgId of ['county', 'health', 'unknown']) {
        expect(can(staff(post('housing', role)), action, { orgId })).toBe(false);
      }
    },
  );
});

describe('deny by default', () => {
  it('gives nothing for a capability that is no role, nor for a name of Object', () => {
    const odd = staff(post('county', 'chief', 'constructor', '__proto__'));
    expect(actionsOf(odd)).toEqual([]);
  });

  it('gives nothing without a post', () => {
    expect(actionsOf(staff())).toEqual([]);
  });

  it('gives nothing to residents, whatever their session says', () => {
    const odd: Session = { ...staff(post('county', 'clerk')), kind: 'resident' };
    expect(actionsOf(odd)).toEqual([]);
  });

  it('gives nothing before the first password is changed', () => {
    const fresh: Session = { ...staff(post('county', 'clerk')), mustChangePassword: true };
    expect(actionsOf(fresh)).toEqual([]);
  });

  it('does not lend the right of one post to the organisation of another', () => {
    const two = staff(post('housing', 'clerk'), post('health', 'supervisor'));
    expect(can(two, 'case:act', { orgId: 'housing' })).toBe(true);
    expect(can(two, 'case:act', { orgId: 'health' })).toBe(false);
    expect(can(two, 'case:read', { orgId: 'health' })).toBe(true);
  });
});

describe('the reach of an action', () => {
  it('is the subtrees of the posts that have it', () => {
    const two = staff(post('housing', 'clerk'), post('health', 'administrator'));
    expect([...orgIdsFor(two, 'case:read')].toSorted()).toEqual(['housing', 'section']);
    expect([...orgIdsFor(two, 'clock:move')]).toEqual([]);
    expect(postsFor(two, 'case:read').map(({ orgId }) => orgId)).toEqual(['housing']);
  });
});
