import { describe, expect, test } from 'vitest';
import {
  calendar,
  cashier,
  counter,
  filed,
  filing,
  leader,
  on,
  permit,
  reviewer,
  rules as limits,
  staff,
  wang,
} from '../case/testing/case.examples.ts';
import {
  acceptedCase,
  approve,
  given,
  monday,
  received,
  tuesday,
  wednesday,
  type Act,
  type Story,
} from '../case/testing/specification.examples.ts';
import type { Instant } from '../time/index.ts';
import {
  activitiesOf,
  caseFacts,
  factNames,
  groupActivities,
  judgeCase,
  judgeGroups,
  type CaseFacts,
  type WatchEvaluate,
  type WatchScope,
  type WatchRule,
} from './index.ts';

function look(story: Story, at: Instant = wednesday, more: object = {}): CaseFacts {
  const context = { item: story.item, calendar, rules: limits, at, ...more };
  return caseFacts(story.past, story.state, context);
}

const decided = acceptedCase().and(
  approve('review#1.1', reviewer),
  approve('leader#1.1', leader, wednesday),
);
const paid = decided.and([
  { type: 'RecordPayment', amountFen: 7500, method: 'card', receiptNumber: 'R1' },
  cashier,
  wednesday,
]);

const rule = (change: Partial<WatchRule> = {}): WatchRule => ({
  id: 'JC-T1',
  version: 1,
  name: 'Test',
  kind: 'timeliness',
  light: 'red',
  each: 'clock',
  when: 'late',
  says: '{it.stepName} of {case.number} is {it.daysLate} days late, {it.unknown}',
  basis: [],
  ...change,
});

/** Conditions of these tests, by name. */
const evaluate: WatchEvaluate = (condition, scope) => {
  const it = scope['it'] ?? {};
  if (condition === 'late') return 'isLate' in it && it['isLate'];
  if (condition === 'always') return true;
  if (condition === 'null') return null;
  throw new Error(condition);
};
const isWithin = (orgId: string, above: string): boolean => orgId === above;

describe('facts of a case', () => {
  test('every name in the table is given by the facts, and no other', () => {
    const stories = [
      paid,
      given(permit, received, [
        {
          type: 'RequestCorrection',
          taskId: 'intake#1.1',
          items: [{ materialId: 'plan', verdict: 'wrong', problem: 'blurred' }],
        },
        counter,
        monday,
      ]),
      acceptedCase().and([
        {
          type: 'StartSpecialProcedure',
          kind: 'hearing',
          expectedDays: 5,
          reason: 'asked for',
        },
        reviewer,
        tuesday,
      ]),
      acceptedCase().and([
        { type: 'ExtendLimit', days: 5, reason: 'a hard case' },
        leader,
        tuesday,
      ]),
      acceptedCase().and(approve('review#1.1', reviewer), [
        {
          type: 'ReturnTask',
          taskId: 'leader#1.1',
          toStep: 'review',
          then: 'walk-again',
          reason: 'again',
        },
        leader,
        wednesday,
      ]),
      acceptedCase().and(approve('review#1.1', reviewer), [
        { type: 'RecallTask', taskId: 'review#1.1' },
        reviewer,
        tuesday,
      ]),
    ];
    for (const story of stories) {
      const { subjects } = look(story);
      for (const [kind, found] of Object.entries(subjects)) {
        for (const { facts } of found) {
          expect(Object.keys(facts).toSorted(), kind).toEqual(
            factNames[kind as keyof typeof factNames].toSorted(),
          );
        }
      }
    }
  });

  test('a decision tells who took how long, and with which words', () => {
    const [, review] = look(decided).subjects.task;
    expect(review).toMatchObject({
      people: [{ personId: 'reviewer', name: 'Reviewer' }],
      facts: { step: 'review', opinion: 'agreed', seconds: 86_400, readSeconds: null, hour: 10 },
    });
  });

  test('a limit that ran out is late while it runs, and stays so when it was stopped late', () => {
    const late = on('2026-03-16');
    const running = look(acceptedCase(), late).subjects.clock;
    expect(running.find(({ facts }) => facts['level'] === 'promise')?.facts).toMatchObject({
      isLate: true,
      isRunning: true,
      daysLate: 5,
    });
    const story = acceptedCase().and(
      approve('review#1.1', reviewer, late),
      approve('leader#1.1', leader, late),
    );
    const stopped = look(story, on('2026-04-01')).subjects.clock;
    const promise = stopped.find(({ facts }) => facts['level'] === 'promise');
    expect(promise?.facts).toMatchObject({ isLate: true, isRunning: false, daysLate: 5 });
    expect(promise?.at).toBe('2026-03-09T16:00:00.000Z');
  });

  test('who takes in and decides is one person with two posts', () => {
    const both = staff('Both', ['counter', 'review', 'leader'], ['file-on-behalf']);
    const story = given(permit, received).and(
      [
        {
          type: 'CheckMaterials',
          taskId: 'intake#1.1',
          checks: [
            { materialId: 'plan', verdict: 'complete' },
            { materialId: 'deed', verdict: 'complete' },
          ],
          paperReceived: [],
        },
        both,
        monday,
      ],
      [{ type: 'AcceptCase', taskId: 'intake#1.1', opinion: '' }, both, monday],
      approve('review#1.1', reviewer),
      approve('leader#1.1', both, wednesday),
    );
    const found = look(story).subjects.person.map(({ facts }) => [
      facts['person'],
      facts['didIntakeAndDecide'],
    ]);
    expect(found).toEqual([
      ['Both', true],
      ['Reviewer', false],
    ]);
  });

  test('what is asked for second and lay there at the first request was visible then', () => {
    const ask = (materialId: string, taskId: string, at: Instant): Act => [
      { type: 'RequestCorrection', taskId, items: [{ materialId, verdict: 'wrong', ...words }] },
      counter,
      at,
    ];
    const words = { problem: 'blurred', instruction: 'scan it again' };
    const send = (materialId: string, at: Instant): Act => [
      { type: 'SubmitCorrection', materials: [filed(materialId)], form: {} },
      wang,
      at,
    ];
    const twice = (materialId: string) =>
      look(
        given(permit, received).and(
          ask('plan', 'intake#1.1', monday),
          send('plan', monday),
          ask(materialId, 'intake#1.1', tuesday),
          send(materialId, tuesday),
        ),
      ).subjects.correction.map(({ facts }) => facts['wasVisible']);
    expect(twice('deed')).toEqual([false, true]);
    expect(twice('plan')).toEqual([false, false]);
  });

  test('a fee is held against the published list', () => {
    const list = (unitFen: number) => ({ feeList: [{ standardId: 'F1', unitFen }] });
    const feeWith = (more: object) => look(paid, wednesday, more).subjects.fee[0]?.facts;
    expect(feeWith({})).toMatchObject({ isListed: true, isAbove: false, isMiscounted: false });
    expect(feeWith(list(150))).toMatchObject({ isListed: true, isAbove: false });
    expect(feeWith(list(149))).toMatchObject({ isAbove: true, listUnitFen: 149 });
    expect(feeWith({ feeList: [] })).toMatchObject({ isListed: false });
  });

  test('the same events give the same facts, in whatever order the snapshot has its keys', () => {
    const shuffled = JSON.parse(JSON.stringify(decided.state)) as typeof decided.state;
    const clocks = Object.fromEntries(Object.entries(shuffled.clocks).toReversed());
    const context = { item: permit, calendar, rules: limits, at: wednesday };
    expect(caseFacts(decided.past, { ...shuffled, clocks }, context)).toEqual(look(decided));
  });
});

describe('hits of rules', () => {
  const late = on('2026-03-16');
  const found = look(acceptedCase(), late);

  test('a hit names its events, its rule with the version, and says what it saw', () => {
    const hits = judgeCase([rule()], found, evaluate, isWithin);
    const step = hits.find(({ facts }) => facts['level'] === 'step');
    expect(hits).toHaveLength(2);
    expect(step).toMatchObject({
      ruleId: 'JC-T1',
      ruleVersion: 1,
      caseId: 'c1',
      orgId: 'zjj',
      says: 'review of P-1 is 7 days late, —',
    });
    const events = acceptedCase().past;
    const kinds = step?.evidence.map(({ seq }) => events[seq - 1]?.event.type);
    expect(kinds).toEqual(['ClockStarted']);
  });

  test('it says an hour as clocks show it', () => {
    const hour = rule({ each: 'task', when: 'always', says: '{it.hour}' });
    const hits = judgeCase([hour], look(decided), evaluate, isWithin);
    expect(hits.map(({ says }) => says)).toContain('10:00');
  });

  test('the same thing is one hit: a day later and by the next version of the rule', () => {
    const keys = (version: number, at: Instant) =>
      judgeCase([rule({ version })], look(acceptedCase(), at), evaluate, isWithin).map(
        ({ key }) => key,
      );
    expect(keys(2, on('2026-03-17'))).toEqual(keys(1, late));
  });

  test('what a condition does not know accuses nobody', () => {
    expect(judgeCase([rule({ when: 'null' })], found, evaluate, isWithin)).toEqual([]);
  });

  test('a rule of other items, organisations or life-cycles does not apply', () => {
    const hits = (scope: NonNullable<WatchRule['scope']>) =>
      judgeCase([rule({ scope })], found, evaluate, isWithin).length;
    expect(hits({ items: ['other'] })).toBe(0);
    expect(hits({ orgs: ['elsewhere'] })).toBe(0);
    expect(hits({ lifecycles: ['letter'] })).toBe(0);
    expect(hits({ items: ['permit'], orgs: ['zjj'], lifecycles: ['licence'] })).toBe(2);
  });
});

describe('what many cases add up to', () => {
  const activities = activitiesOf(look(decided));

  test('decisions are one line each; taking in and handing out is none', () => {
    expect(activities.map(({ kind, person }) => [kind, person])).toEqual([
      ['decision', 'Reviewer'],
      ['decision', 'Leader'],
    ]);
  });

  test('a person in a day: counts, shares, and what the others do', () => {
    const groups = groupActivities('person-day', activities);
    expect(groups.map(({ facts }) => [facts['person'], facts['decisions']])).toEqual([
      ['Reviewer', 1],
      ['Leader', 1],
    ]);
    expect(groups[0]?.all).toMatchObject({ decisionsMean: 1, decisionsSpread: 0, groups: 2 });
    expect(groups[0]?.facts['refusedShare']).toBeNull();
  });

  test('a rule over groups hits a person with the events behind it', () => {
    const quick = rule({ each: 'person-day', when: 'always', says: '{it.person}: {all.groups}' });
    const hits = judgeGroups(
      [quick],
      groupActivities('person-day', activities),
      evaluate,
      () => true,
    );
    expect(hits.map(({ says }) => says)).toEqual(['Reviewer: 2', 'Leader: 2']);
    expect(hits[1]?.evidence).toEqual([{ caseId: filing.caseId, seq: activities[1]?.seq }]);
    expect(hits[0]?.people).toEqual([{ personId: 'reviewer', name: 'Reviewer' }]);
  });

  test('a scope says which groups are asked, and not what they are held against', () => {
    const groups = groupActivities('person-day', activities);
    const orgIds = groups.map(({ orgId }) => orgId);
    const of = (scope: WatchScope) => {
      const one = rule({ each: 'person-day', when: 'always', says: '{all.groups}', scope });
      return judgeGroups([one], groups, evaluate, (orgId, above) => orgId === above);
    };
    expect(of({ orgs: ['elsewhere'] })).toEqual([]);
    expect(of({ items: ['permit'] })).toEqual([]);
    const own = of({ orgs: [orgIds[0] ?? ''] });
    expect(own.length).toBeGreaterThan(0);
    expect(own.map(({ says }) => says)).toEqual(own.map(() => '2'));
  });

  test('names of grouped facts are those of the table', () => {
    const [group] = groupActivities('org-month', activities);
    expect(Object.keys(group?.facts ?? {}).toSorted()).toEqual(factNames['org-month'].toSorted());
  });
});

test('an applicant is never a person of the supervised', () => {
  const { subjects } = look(given(permit, received), monday);
  expect(subjects.person).toEqual([]);
  expect(wang.kind).toBe('applicant');
});
