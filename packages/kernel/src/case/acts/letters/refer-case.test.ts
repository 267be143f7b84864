import { describe, expect, test } from 'vitest';
import type { FlowDefinition } from '../../../flow/index.ts';
import { counter, outsider, permit, sequence, step, wang } from '../../testing/case.examples.ts';
import { ladder } from '../../testing/ladder.examples.ts';
import {
  accept,
  answering,
  day,
  housing,
  housingHead,
  letterFlow,
  office,
  petition,
  question,
  refer,
  referred,
  reportBy,
  station,
  taken,
  to,
  written,
} from '../../testing/letter.examples.ts';
import {
  acceptedCase,
  checked,
  given,
  monday,
  received,
} from '../../testing/specification.examples.ts';

const confidentialFlow: FlowDefinition = {
  main: sequence(
    'main',
    step('register', 'intake', { posts: ['letters'] }),
    step('reception', 'intake', { posts: ['@head:unit'] }),
    step('answer', 'task', { posts: ['@head:unit'] }),
    step('check', 'decision', { posts: ['letters'] }),
  ),
};

describe('ReferCase 转送、交办', () => {
  const story = written();
  const command = refer('register#1.1');
  const at = day(3);
  ladder([
    { lacking: 'no letter', story: acceptedCase(), by: office, command, refused: ['not-a-letter'] },
    { lacking: 'the sender', story, by: wang, command, at, refused: ['not-your-task'] },
    { lacking: 'another office', story, by: outsider, command, at, refused: ['not-your-task'] },
    {
      lacking: 'past the reception',
      story: taken(),
      by: housing,
      command: refer('answer#1.1', to('slj')),
      at: day(5),
      refused: ['wrong-duty'],
    },
    {
      lacking: 'no unit',
      story,
      by: office,
      command: refer('register#1.1', to(' ')),
      at,
      refused: ['unit-required'],
    },
    {
      lacking: 'the unit complained of',
      story: written(petition, { accusedOrg: 'zjj' }),
      by: office,
      command,
      at,
      refused: ['accused-unit'],
    },
    {
      lacking: 'a unit below the one complained of',
      story: written(petition, { accusedOrg: 'zjj' }),
      by: office,
      command: refer('register#1.1', to('slj', { coUnits: ['zjj/station'] })),
      at,
      refused: ['accused-unit'],
    },
    {
      lacking: 'led and joined by the same unit',
      story,
      by: office,
      command: refer('register#1.1', to('zjj', { coUnits: ['zjj'] })),
      at,
      refused: ['lead-unit-twice'],
    },
    {
      lacking: 'nobody there to receive it',
      story,
      by: office,
      command: refer('register#1.1', to('zjj', { coUnits: ['museum'] })),
      at,
      refused: ['unit-without-reception'],
    },
    {
      lacking: 'no simple procedure',
      story: written(question),
      by: office,
      command: refer('register#1.1', to('zjj', { procedure: 'simple' })),
      at,
      refused: ['simple-not-possible'],
    },
    {
      lacking: 'assigned without a day of the report',
      story,
      by: office,
      command: refer('register#1.1', to('zjj', { manner: 'assign' })),
      at,
      refused: ['report-day-required'],
    },
    {
      lacking: 'the day of the report is past',
      story,
      by: office,
      command: refer('register#1.1', to('zjj', { manner: 'assign', reportBy })),
      at: day(21),
      refused: ['report-day-required'],
    },
    {
      lacking: 'the unit has it',
      story: referred(),
      by: housing,
      command: refer('reception#1.1'),
      at: day(4),
      refused: ['unit-has-it'],
    },
  ]);

  test('the register is left, the unit receives it, and its limits begin', () => {
    story
      .when(command, office, at)
      .thenEvents(
        'CaseReferred f1 transfer to zjj',
        'ClockStarted acceptance#f1 from 2026-03-03 due 2026-03-18',
        'ClockStarted objection#f1 from 2026-03-03 due 2026-03-10',
        'DocumentOrdered d1 referred',
        'TaskDecided register#1.1 approved',
        'StepCompleted register#1 approved',
        'StepOpened reception#1.1',
        'ClockStopped registration',
      );
  });

  test('an assignment has a document of its own; who takes part is told', () => {
    const assigned = story
      .when(
        refer('register#1.1', to('zjj', { manner: 'assign', reportBy, coUnits: ['slj'] })),
        office,
        at,
      )
      .thenDone();
    expect(assigned.state.documents['d1']?.moment).toBe('assigned');
    const [reading] = Object.values(assigned.state.readings ?? {});
    expect(reading?.to).toEqual({ post: 'slj.reception' });
    expect(assigned.state.letter).toMatchObject({ unit: 'zjj', referrals: [{ reportBy }] });
  });

  test('onward it goes within the same step, and the limits are the next unit’s', () => {
    referred()
      .when(refer('reception#1.1', to('zjj/station')), housing, day(4))
      .thenEvents(
        'CaseReferred f2 transfer to zjj/station',
        'ClockStarted acceptance#f2 from 2026-03-04 due 2026-03-19',
        'ClockStarted objection#f2 from 2026-03-04 due 2026-03-11',
        'DocumentOrdered d2 referred',
        'TaskTransferred reception#1.1 referred to zjj/station.reception',
        'ClockStopped acceptance#f1',
        'ClockStopped objection#f1',
      );
  });

  test('a flow in which no unit is asked about acceptance is accepted with the referral', () => {
    const [register, , ...rest] =
      letterFlow.main.kind === 'sequence' ? letterFlow.main.children : [];
    if (register === undefined) throw new Error('the flow begins with a step');
    const screened = { ...question, flow: { main: sequence('main', register, ...rest) } };
    written(screened).when(command, office, at).thenRefused('wrong-duty');
    const taken = written(screened).and([accept('register#1.1', to('zjj')), office, at]);
    expect(taken.state.marking.tasks['answer#1.1']?.posts).toEqual(['zjj.handler']);
  });

  test('what is confidential is received by those of the unit whom the flow names', () => {
    const quiet = { ...petition, flow: confidentialFlow };
    const below = written(quiet).and(
      [command, office, at],
      [refer('reception#1.1', to('slj', { coUnits: ['xfj'] })), housingHead, day(4)],
    );
    expect(below.state.marking.tasks['reception#1.1']?.posts).toEqual(['slj.head']);
    const [copy] = Object.values(below.state.readings ?? {});
    expect(copy?.to).toEqual({ post: 'xfj.head' });
  });

  test('an anonymous letter has no limit of notice: there is nobody to tell (第二十三条)', () => {
    const [filing] = story.past;
    expect(filing?.event.type).toBe('CaseReceived');
    const anonymous = written(petition, {}, wang, { isAnonymous: true })
      .when(command, office, at)
      .thenDone();
    expect(Object.keys(anonymous.state.clocks)).toEqual(['registration', 'objection#f1']);
  });

  test('it is not recalled: the unit has it, with a letter', () => {
    referred()
      .when({ type: 'RecallTask', taskId: 'register#1.1' }, office, day(3, '10:05'))
      .thenRefused('outside-effect-exists');
  });
});

describe('accepted and referred at once 受理并转办', () => {
  test('the unit is not asked about acceptance: it begins to deal with it', () => {
    written(question)
      .when(accept('register#1.1', to('zjj')), office, day(3))
      .thenEvents(
        'CaseAccepted on 2026-03-03',
        'ClockStarted statutory from 2026-03-03 due 2026-03-24',
        'CaseReferred f1 transfer to zjj',
        'TaskDecided register#1.1 approved',
        'StepCompleted register#1 approved',
        'StepOpened reception#1.1',
        'letter:accepted: TaskClosed reception#1.1 skipped-by-rule',
        'letter:accepted: StepCompleted reception#1 approved',
        'letter:accepted: StepOpened answer#1.1',
        'ClockStopped registration',
      );
  });

  test('a licence is not referred', () => {
    given(permit, received, checked)
      .when(accept('intake#1.1', to('zjj')), counter, monday)
      .thenRefused('not-a-letter');
  });

  test('returned to the reception after acceptance, it goes on to another unit, or stays', () => {
    const returned = taken().and([
      {
        type: 'ReturnTask',
        taskId: 'answer#1.1',
        toStep: 'reception',
        then: 'walk-again',
        reason: 'a matter of the station',
      },
      housing,
      day(5),
    ]);
    const passed = returned.and([refer('reception#2.1', to('zjj/station')), housing, day(5)]);
    expect(passed.state.marking.tasks['answer#2.1']?.posts).toEqual(['zjj/station.handler']);
    passed.when(answering('answer#2.1'), station, day(6)).thenDone();
    const kept = returned.and([refer('reception#2.1'), housing, day(5)]);
    expect(kept.state.marking.tasks['answer#2.1']?.posts).toEqual(['zjj.handler']);
  });
});

describe('a review 复查', () => {
  const flow: FlowDefinition = {
    main: sequence(
      'main',
      step('register', 'intake', { posts: ['letters'] }),
      step('answer', 'task', { posts: ['letters'] }),
      step('check', 'decision', { posts: ['letters'] }),
    ),
  };

  test('stays with the body that was asked for it: no unit has a part in its flow', () => {
    written({ ...petition, flow })
      .when(accept('register#1.1', to('zjj')), office, day(3))
      .thenRefused('wrong-duty');
  });
});
