import { fill } from '../cases/index.ts';
import type { DocumentData } from '../documents/index.ts';
import {
  acceptedOn,
  APPROVAL_SEAL,
  commonData,
  letterData,
  type DocumentFacts,
} from './document-facts.ts';
import { words } from './letter.messages.ts';
import { clause, daysText } from './official-text.ts';

/**
 * 特别程序告知书.
 * @basis 中华人民共和国行政许可法 第四十五条: 行政机关应当将所需时间书面告知申请人。
 */
export function specialProcedureData(facts: DocumentFacts): DocumentData {
  const { documentId } = facts.document;
  const procedure = facts.state.specialProcedures.find((each) => each.documentId === documentId);
  if (procedure === undefined) throw new Error(`no special procedure has document ${documentId}`);
  return {
    ...commonData(facts, APPROVAL_SEAL),
    ...letterData(facts),
    acceptedOn: acceptedOn(facts),
    procedure: procedure.name,
    reason: clause(procedure.reason),
    startsOn: procedure.startedOn,
    expectedTime: daysText({ amount: procedure.expectedDays, unit: 'WD' }),
  };
}

/**
 * 延期告知书: dates as they stood on that day, whatever has moved them since.
 * @basis 中华人民共和国行政许可法 第四十二条: 并应当将延长期限的理由告知申请人。
 */
export function extensionData(facts: DocumentFacts): DocumentData {
  const { events, document, names } = facts;
  const at = events.findIndex(
    ({ event }) => event.type === 'LimitExtended' && event.documentId === document.documentId,
  );
  const extended = events[at]?.event;
  if (extended?.type !== 'LimitExtended') {
    throw new Error(`no extension has document ${document.documentId}`);
  }
  const dueAfter = (until: number): string | undefined =>
    events
      .slice(0, until)
      .flatMap(({ event }) =>
        (event.type === 'ClockStarted' || event.type === 'ClockRevised') &&
        event.clockId === extended.clockId
          ? [event.result.dueOn]
          : [],
      )
      .at(-1);
  const revised = events.findIndex(
    ({ event }, i) => i > at && event.type === 'ClockRevised' && event.clockId === extended.clockId,
  );
  const unit = facts.state.clocks[extended.clockId]?.unit ?? 'WD';
  return {
    ...commonData(facts),
    ...letterData(facts),
    acceptedOn: acceptedOn(facts),
    originalDueOn: dueAfter(at),
    newDueOn: dueAfter(revised + 1),
    extension: daysText({ amount: extended.days, unit }),
    reason: clause(extended.reason),
    approvedBy: fill(words.headOf, { issuer: names.issuer }),
    joint: facts.item.handlingMode === 'joint',
  };
}
