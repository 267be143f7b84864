import { describe, expect, test } from 'vitest';
import { fen } from '../../money/index.ts';
import type { CommandOf, ItemDefinition } from '../index.ts';
import {
  assess,
  basis,
  cashier,
  counter,
  filing,
  flowAround,
  issue,
  leader,
  payment,
  permit,
  reviewer,
  sequence,
  step,
  wang,
} from '../testing/case.examples.ts';
import { ladder } from '../testing/ladder.examples.ts';
import {
  acceptedCase,
  accepted,
  approve,
  checked,
  given,
  monday,
  wednesday,
} from '../testing/specification.examples.ts';

const pay = (amountFen: number, receiptNumber = 'R1'): CommandOf<'RecordPayment'> => ({
  type: 'RecordPayment',
  amountFen,
  method: 'card',
  receiptNumber,
});
const toDecision = [
  approve('review#1.1', reviewer),
  approve('leader#1.1', leader, wednesday),
] as const;
const due = acceptedCase().and(...toDecision);
const paid = due.and([pay(7500), cashier, wednesday]);

describe('RecordPayment 缴费', () => {
  ladder([
    {
      lacking: 'not the cashier',
      story: due,
      by: counter,
      command: pay(7500),
      refused: ['right-missing'],
    },
    {
      lacking: 'nothing is assessed yet',
      story: acceptedCase(),
      by: cashier,
      command: pay(7500),
      refused: ['fee-not-assessed'],
    },
    {
      lacking: 'paid already',
      story: paid,
      by: cashier,
      command: pay(7500),
      refused: ['fee-already-paid'],
    },
    {
      lacking: 'a fen short',
      story: due,
      by: cashier,
      command: pay(7499),
      refused: ['payment-not-exact'],
    },
    {
      lacking: 'a fen over',
      story: due,
      by: cashier,
      command: pay(7501),
      refused: ['payment-not-exact'],
    },
    {
      lacking: 'no number',
      story: due,
      by: cashier,
      command: pay(NaN),
      refused: ['payment-not-exact'],
    },
    {
      lacking: 'the number of the receipt',
      story: due,
      by: cashier,
      command: pay(7500, ' '),
      refused: ['receipt-number-required'],
    },
  ]);

  test('no certificate before payment (B4): the exact amount opens the way', () => {
    due
      .when(pay(7500), cashier, wednesday)
      .thenEvents(
        'PaymentRecorded 7500',
        'NodeCompleted payment#1',
        'NodeEntered issue#1',
        'DocumentOrdered d5 certificate',
      );
    expect(paid.state.fee).toMatchObject({ amountFen: 7500, receiptNumber: 'R1', method: 'card' });
  });

  test('a case that has ended takes no money', () => {
    const early = acceptedCase({ ...permit, flow: flowAround(assess, step('review', 'review')) });
    const withdrawn = early.and([{ type: 'WithdrawCase', reason: 'r' }, wang, monday]);
    withdrawn.when(pay(7500), cashier, wednesday).thenRefused('case-has-ended');
  });
});

describe('assessment 核费: lines and adjustments come to the amount', () => {
  const [standard] = permit.fees;
  if (standard?.kind !== 'per-unit') throw new Error('the permit has a fee by area');
  const assessed = (item: ItemDefinition, area: number) =>
    given(item, [{ ...filing, form: { name: 'Shed', area } }, wang, monday], checked, accepted).and(
      ...toDecision,
    ).state;

  test.each([
    ['by the unit, rounded once', {}, 33.33, 5000, []],
    ['the least', { minFen: fen(10_000) }, 50, 10_000, [2500]],
    ['the most', { maxFen: fen(5000) }, 50, 5000, [-2500]],
    ['half waived', { waivedPercent: 50 }, 50, 3750, [-3750]],
    [
      'the least, then half of it waived',
      { minFen: fen(10_000), waivedPercent: 50 },
      50,
      5000,
      [2500, -5000],
    ],
  ] as const)('%s', (_name, more, area, amountFen, adjustments) => {
    const { waivedPercent, ...bounds } = { waivedPercent: undefined, ...more };
    const exemptions =
      waivedPercent === undefined ? [] : [{ id: 'x', when: 'area > 10', basis, waivedPercent }];
    const { fee } = assessed({ ...permit, fees: [{ ...standard, ...bounds, exemptions }] }, area);
    expect(fee?.amountFen).toBe(amountFen);
    expect(fee?.adjustments.map((a) => a.amountFen)).toEqual(adjustments);
    const parts = [...(fee?.lines ?? []), ...(fee?.adjustments ?? [])];
    expect(parts.reduce((sum, part) => sum + part.amountFen, 0)).toBe(amountFen);
  });

  test('wholly exempt: nothing to pay, the certificate is ordered at once', () => {
    const exemptions = [{ id: 'x', when: 'area > 10', basis }];
    const state = assessed({ ...permit, fees: [{ ...standard, exemptions }] }, 50);
    expect(state.fee?.amountFen).toBe(0);
    expect(Object.values(state.documents).map((d) => d.moment)).toContain('certificate');
    expect(Object.values(state.documents).map((d) => d.moment)).not.toContain('payment');
  });

  test('a fee that was paid is not assessed again when a return leads past it once more', () => {
    const flow = {
      main: sequence('all', flowAround(assess, payment, step('review', 'review')).main),
    };
    const story = acceptedCase({ ...permit, flow }).and([pay(7500), cashier, monday]);
    const again = story.and(
      [
        {
          type: 'ReturnTask',
          taskId: 'review#1.1',
          toStep: 'intake',
          then: 'walk-again',
          reason: 'r',
        },
        reviewer,
        wednesday,
      ],
      [{ type: 'AmendForm', taskId: 'intake#2.1', patch: { area: 80 } }, counter, wednesday],
      approve('intake#2.1', counter, wednesday),
    );
    expect(again.state.fee).toEqual(story.state.fee);
    expect(again.state.marking.nodes['review']).toMatchObject({ status: 'open', round: 2 });
  });

  test('an item without a certificate has none to wait for', () => {
    const { certificate: _c, ...rest } = permit;
    const flow = flowAround(step('review', 'review'));
    if (flow.main.kind !== 'sequence') throw new Error('the flow is a sequence');
    const children = [...flow.main.children.slice(0, -1), issue, ...flow.main.children.slice(-1)];
    const story = acceptedCase({ ...rest, flow: { main: sequence('main', ...children) } }).and(
      ...toDecision,
    );
    expect(story.state.marking.nodes['delivery']?.status).toBe('open');
  });
});
