import { describe, expect, test } from 'vitest';
import type { CommandOf, FiledMaterial, ItemDefinition, RefusalCode } from '../index.ts';
import {
  archivist,
  basis,
  cashier,
  counter,
  filed,
  filing,
  leader,
  on,
  outsider,
  reviewer,
  robot,
  stranger,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import { chief, lenient } from '../testing/moving.examples.ts';
import {
  accepted,
  approve,
  given,
  monday,
  tuesday,
  wednesday,
  type Act,
  type Story,
} from '../testing/specification.examples.ts';

const file = (...materials: readonly FiledMaterial[]): Act => [
  { ...filing, materials },
  wang,
  monday,
];
const check = (...ids: readonly string[]): Act => [
  {
    type: 'CheckMaterials',
    taskId: 'intake#1.1',
    checks: ids.map((materialId) => ({ materialId, verdict: 'complete' as const })),
    paperReceived: [],
  },
  counter,
  monday,
];
const accept = (days: number, materialId = 'deed'): CommandOf<'AcceptCase'> => ({
  type: 'AcceptCase',
  taskId: 'intake#1.1',
  opinion: '',
  deferred: [{ materialId, days }],
});

/** Without the deed, which may come ten working days later. */
const withoutDeed = given(lenient, file(filed('plan')), check('plan'));
const owing = withoutDeed.and([accept(5), counter, monday]);

const promised: FiledMaterial = {
  materialId: 'plan',
  pages: [],
  isOnPaper: false,
  isCommitted: true,
};
/** With a written promise in place of the plan, by an item without fees and letters. */
const caseOfPromise = (item: ItemDefinition = lenient): Story =>
  given(item, file(promised, filed('deed')), check('plan', 'deed'), accepted);

/** Both at once: the plan promised, the deed to come. */
const promisedAndOwing = given(lenient, file(promised), check('plan')).and([
  accept(5),
  counter,
  monday,
]);

const supply: CommandOf<'SupplyMaterials'> = {
  type: 'SupplyMaterials',
  materials: [filed('deed')],
};
const settle = (
  verdict: 'kept' | 'broken' | 'insufficient',
  more: Partial<CommandOf<'SettleDebt'>> = {},
): CommandOf<'SettleDebt'> => ({
  type: 'SettleDebt',
  debtId: 'b1',
  verdict,
  note: 'looked at',
  basis,
  ...more,
});
const late = on('2026-03-10');

describe('AcceptCase 容缺受理', () => {
  const refusals: readonly [string, CommandOf<'AcceptCase'>, readonly RefusalCode[]][] = [
    ['nothing may be missing', { ...accept(5), deferred: [] }, ['material-not-acceptable']],
    ['more days than the item gives', accept(11), ['deferral-too-long']],
    ['half a day', accept(0.5), ['deferral-too-long']],
    [
      'a material that is required',
      accept(5, 'plan'),
      ['deferral-not-possible', 'material-not-acceptable'],
    ],
    [
      'a material that there is not',
      accept(5, 'ghost'),
      ['deferral-not-possible', 'material-not-acceptable'],
    ],
  ];
  test.each(refusals)('refused: %s', (_why, command, codes) => {
    withoutDeed.when(command, counter, monday).thenRefused(...codes);
  });

  test('the case is accepted with what is owed, until when, and what follows', () => {
    const story = withoutDeed
      .when(accept(5), counter, monday)
      .thenEvents(
        'CaseAccepted on 2026-03-02',
        'ClockStarted statutory from 2026-03-02 due 2026-03-30',
        'ClockStarted committed from 2026-03-02 due 2026-03-09',
        'DebtIncurred b1 deferred-material deed 5',
        'ClockStarted debt:b1#1 from 2026-03-02 due 2026-03-09',
        'DocumentOrdered d2 accepted',
        'TaskDecided intake#1.1 approved',
        'StepCompleted intake#1 approved',
        'StepOpened review#1.1',
        'ClockStarted step:review#1 from 2026-03-02 due 2026-03-05',
        'ClockStopped correction#1',
      );
    expect(story.state.debts).toEqual({
      b1: {
        debtId: 'b1',
        kind: 'deferred-material',
        materialId: 'deed',
        name: 'Deed',
        days: 5,
        consequence: 'no permit',
        status: 'owed',
        incurredAt: monday,
      },
    });
  });

  test('nothing is granted before it has come and is found good; a refusal is possible', () => {
    const reviewed = owing.and(approve('review#1.1', reviewer));
    const grant = approve('leader#1.1', leader, wednesday);
    reviewed.when(...grant).thenRefused('debt-outstanding');
    reviewed
      .and([supply, wang, tuesday])
      .when(...grant)
      .thenRefused('debt-outstanding');
    reviewed.and(
      [supply, wang, tuesday],
      [settle('kept'), chief, tuesday],
      approve('leader#1.1', leader, wednesday),
    );
    const denied = reviewed.and([
      { type: 'RejectTask', taskId: 'leader#1.1', opinion: 'no deed', basis: [basis] },
      leader,
      wednesday,
    ]);
    expect(denied.state.clocks['debt:b1#1']).toHaveProperty('stoppedAt', wednesday);
    denied.when(supply, wang, wednesday).thenRefused('nothing-owed');
  });
});

describe('SupplyMaterials 补交', () => {
  ladder([
    {
      lacking: 'whose case it is',
      story: owing,
      by: stranger,
      command: supply,
      refused: ['not-your-case'],
    },
    {
      lacking: 'the right',
      story: owing,
      by: reviewer,
      command: supply,
      refused: ['not-your-case'],
    },
    {
      lacking: 'anything owed',
      story: caseOfPromise().and([settle('kept'), chief, tuesday]),
      by: wang,
      command: supply,
      refused: ['nothing-owed'],
    },
    {
      lacking: 'any material',
      story: owing,
      by: wang,
      command: { ...supply, materials: [] },
      refused: ['nothing-owed'],
    },
    {
      lacking: 'a material that is owed',
      story: owing,
      by: wang,
      command: { ...supply, materials: [filed('photo')] },
      refused: ['material-unknown'],
    },
    {
      lacking: 'a page of it',
      story: owing,
      by: wang,
      command: { ...supply, materials: [{ ...filed('deed'), pages: [] }] },
      refused: ['material-missing'],
    },
    {
      lacking: 'more than another promise',
      story: caseOfPromise(),
      by: wang,
      command: { ...supply, materials: [promised] },
      refused: ['material-missing'],
    },
  ]);

  test('it is to be looked at, and the applicant’s clock stands still', () => {
    const after = owing
      .when(supply, wang, tuesday)
      .thenEvents('MaterialsSupplied deed b1', 'ClockStopped debt:b1#1');
    expect(after.state.materials['deed']).toMatchObject({ filings: 1, isPaperReceived: false });
    expect(after.state.debts?.['b1']).toMatchObject({ status: 'supplied', supplies: 1 });
  });
});

describe('SettleDebt', () => {
  const supplied = owing.and([supply, wang, tuesday]);
  ladder([
    {
      lacking: 'the right',
      story: supplied,
      by: outsider,
      command: settle('kept'),
      refused: ['right-missing'],
    },
    {
      lacking: 'anything owed',
      story: supplied.and([settle('kept'), chief, tuesday]),
      by: chief,
      command: settle('kept'),
      refused: ['nothing-owed'],
    },
    {
      lacking: 'a debt of the case',
      story: supplied,
      by: chief,
      command: settle('kept', { debtId: 'constructor' }),
      refused: ['debt-unknown'],
    },
    {
      lacking: 'the material',
      story: owing,
      by: chief,
      command: settle('kept'),
      refused: ['debt-not-supplied'],
    },
    {
      lacking: 'the end of its days',
      story: promisedAndOwing,
      by: chief,
      command: settle('broken', { debtId: 'b2' }),
      refused: ['debt-not-due'],
    },
    {
      lacking: 'the material, where something else can be settled',
      story: promisedAndOwing,
      by: chief,
      command: settle('kept', { debtId: 'b2' }),
      refused: ['debt-not-supplied'],
    },
    {
      lacking: 'words',
      story: supplied,
      by: chief,
      command: settle('insufficient', { note: ' ' }),
      refused: ['reason-required'],
    },
    {
      lacking: 'the law',
      story: supplied,
      by: chief,
      command: settle('broken', { basis: { law: ' ', article: '' } }),
      refused: ['legal-basis-required'],
    },
    {
      lacking: 'anything to find insufficient',
      story: caseOfPromise(),
      by: chief,
      command: settle('insufficient'),
      refused: ['debt-not-supplied'],
    },
  ]);

  test('kept: the material is complete', () => {
    const after = supplied
      .when(settle('kept'), reviewer, tuesday)
      .thenEvents('DebtSettled b1 kept');
    expect(after.state.materials['deed']).toMatchObject({ verdict: 'complete' });
    expect(after.past.at(-1)?.by).toMatchObject({ post: 'review' });
  });

  test('not enough: it is owed again, for the same days once more', () => {
    supplied
      .when(settle('insufficient'), chief, wednesday)
      .thenEvents(
        'DebtSettled b1 insufficient',
        'ClockStarted debt:b1#2 from 2026-03-04 due 2026-03-11',
      );
  });

  test('not in time: lapsed by the system, a hit for supervision, and still owed', () => {
    const lapsed = owing
      .when({ type: 'ApplyLapses' }, robot, late)
      .thenEvents('ZW-RQ: DebtLapsed b1', 'ZW-RQ: SupervisionHit JC-RQ b1');
    lapsed.when({ type: 'ApplyLapses' }, robot, late).thenEvents();
    expect(lapsed.state.debts?.['b1']).toMatchObject({ status: 'owed', lapsedAt: late });
    const broken = owing
      .and([{ type: 'ApplyLapses' }, robot, late])
      .when(settle('broken'), chief, late)
      .thenEvents('DebtSettled b1 broken', 'ClockStopped debt:b1#1');
    expect(broken.state.debts?.['b1']).toMatchObject({
      status: 'broken',
      note: 'looked at',
      basis,
    });
    // Supplied late it may still be found good.
    owing.and([supply, wang, late], [settle('kept'), chief, late]);
  });
});

describe('a written commitment 告知承诺', () => {
  test('is taken in place of the material only where the item says so', () => {
    given(lenient)
      .when(
        { ...filing, materials: [filed('plan'), { ...promised, materialId: 'deed' }] },
        wang,
        monday,
      )
      .thenRefused('commitment-not-possible');
    given(lenient)
      .when({ ...filing, materials: [{ ...promised, pages: [] }, filed('deed')] }, wang, monday)
      .thenDone();
  });

  test('is a debt from acceptance, checked from the decision on', () => {
    const story = caseOfPromise();
    expect(story.state.debts?.['b1']).toMatchObject({
      kind: 'commitment',
      days: 15,
      status: 'owed',
    });
    expect(story.state.clocks).not.toHaveProperty('debt:b1#1');
    const granted = story.and(
      approve('review#1.1', reviewer),
      approve('leader#1.1', leader, wednesday),
    );
    expect(granted.state.clocks['debt:b1#1']).toMatchObject({
      ruleId: 'ZW-HC',
      amount: 15,
      from: '2026-03-04',
    });
  });

  test('is still to be checked after the end: no archive before, a hit if forgotten', () => {
    const ended = toTheEnd(caseOfPromise());
    expect(ended.state).toMatchObject({ phase: 'concluded', outcome: 'granted' });
    expect(ended.state.clocks['debt:b1#1']).not.toHaveProperty('stoppedAt');
    const archive = { type: 'ArchiveCase', archiveNumber: 'A-1' } as const;
    ended.when(archive, archivist, wednesday).thenRefused('debt-outstanding');
    ended
      .when({ type: 'ApplyLapses' }, robot, on('2026-04-01'))
      .thenEvents('ZW-HC: DebtLapsed b1', 'ZW-HC: SupervisionHit JC-RQ b1');
    ended
      .and([settle('kept'), chief, wednesday])
      .when(archive, archivist, wednesday)
      .thenEvents('CaseArchived');
  });

  test('broken, it is a ground for revoking what was granted on it', () => {
    const ended = toTheEnd(caseOfPromise()).and([settle('broken'), chief, wednesday]);
    const after = ended
      .when({ type: 'RevokeDecision', reason: 'promise broken', basis }, chief, wednesday)
      .thenEvents('DecisionRevoked on 2026-03-04');
    expect(after.state).toMatchObject({ phase: 'revoked', outcome: 'revoked' });
  });
});

function toTheEnd(story: Story): Story {
  const decided = story.and(
    approve('review#1.1', reviewer),
    approve('leader#1.1', leader, wednesday),
    [
      { type: 'RecordPayment', amountFen: 7500, method: 'cash', receiptNumber: 'R' },
      cashier,
      wednesday,
    ],
  );
  const issued = Object.keys(decided.state.documents).reduce(
    (after, documentId) =>
      after.and([
        { type: 'RecordDocument', documentId, number: documentId, sha256: 's', bytes: 1 },
        robot,
        wednesday,
      ]),
    decided,
  );
  return issued.and([
    { type: 'ServeResult', taskId: 'delivery#1.1', method: 'counter', recipient: 'Wang' },
    counter,
    wednesday,
  ]);
}
