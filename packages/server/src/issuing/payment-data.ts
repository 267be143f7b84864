import type { FeeAdjustment, FeeLine } from '@yichuang/kernel/case';
import { chineseFen } from '@yichuang/kernel/money';
import { fill } from '../cases/index.ts';
import type { DocumentData } from '../documents/index.ts';
import {
  APPROVAL_SEAL,
  causeOf,
  commonData,
  shortLetterData,
  type DocumentFacts,
} from './document-facts.ts';
import { words } from './letter.messages.ts';
import { citation, grouped } from './official-text.ts';

/** 缴费通知书. The cashier finds the case by its number: that is the payment code here. */
export function paymentData(facts: DocumentFacts): DocumentData {
  const { lines, adjustments, amountFen } = causeOf(facts, 'FeeAssessed');
  return {
    ...commonData(facts, APPROVAL_SEAL),
    ...shortLetterData(facts),
    charges: chargesOf(lines, adjustments),
    total: amountFen,
    totalInWords: chineseFen(amountFen),
    paymentCode: facts.state.number,
    payee: facts.names.issuer,
    methods: words.methods,
    consequence: words.afterPayment,
  };
}

/**
 * A row for each line; where a minimum, a maximum or a remission changes a standard's sum, one row
 * for the whole standard, so that the rows come to the total and none falls below nothing.
 */
export function chargesOf(
  lines: readonly FeeLine[],
  adjustments: readonly FeeAdjustment[],
): DocumentData[] {
  const standards = Map.groupBy(lines, (line) => line.standardId);
  return [...standards].flatMap(([standardId, own]) => {
    const changes = adjustments.filter((each) => each.standardId === standardId);
    return changes.length === 0
      ? own.map((line) => chargeOf([line], []))
      : [chargeOf(own, changes)];
  });
}

function chargeOf(lines: readonly FeeLine[], changes: readonly FeeAdjustment[]): DocumentData {
  const [first] = lines;
  if (first === undefined) throw new Error('a charge has a line');
  const prices = lines.map(({ unit, unitFen }) =>
    fill(words.price, { unit, yuan: grouped(unitFen / 100) }),
  );
  const bases = [first.basis, ...changes.map((change) => change.basis)].map(citation);
  return {
    name: first.name,
    standard: [...new Set([...prices, ...changes.map((change) => change.name)])].join('；'),
    basis: [...new Set(bases)].join('；'),
    quantity: lines.map(({ quantity, unit }) => `${grouped(quantity)}${unit}`).join('、'),
    amount: [...lines, ...changes].reduce((sum, each) => sum + Number(each.amountFen), 0),
  };
}
