import { civilDate, findLimitRule, instantMs } from '@yichuang/kernel/time';
import { fill } from '../cases/index.ts';
import type { DocumentData } from '../documents/index.ts';
import {
  APPROVAL_SEAL,
  causeOf,
  commonData,
  isOfType,
  letterData,
  remediesData,
  shortLetterData,
  type DocumentFacts,
} from './document-facts.ts';
import { words } from './letter.messages.ts';
import { citation, clause, daysText } from './official-text.ts';

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** 申请材料接收凭证: what was handed in, and when the office has to answer. */
export function receiptData(facts: DocumentFacts): DocumentData {
  const [first] = facts.events;
  if (first === undefined || !isOfType(first.event, 'CaseReceived')) {
    throw new Error(`case ${facts.state.caseId} does not begin with its filing`);
  }
  const isOnline = first.event.channel === 'online';
  const { site } = facts.names;
  const counter = facts.item.place?.counter ?? words.counter;
  return {
    ...commonData(facts, APPROVAL_SEAL),
    ...letterData(facts),
    receivedAt: civilMinute(first.at),
    receivedVia: isOnline ? fill(words.onlineAt, { site }) : counter,
    receivedBy: isOnline ? fill(words.receivedBySystem, { site }) : first.by.name,
    materials: materialLines(facts, first.event.materials),
    acceptanceDue: acceptanceDue(facts),
    queryUrl: `${facts.publicUrl}/track`,
    passwordHint: words.passwordHint,
    ledgerHash: facts.filingHash,
  };
}

function civilMinute(at: DocumentFacts['document']['orderedAt']): string {
  const minute = new Date(instantMs(at) + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
  return `${civilDate(at)}T${minute}`;
}

type Filed = DocumentFacts['state']['materials'][string];

/** Only what was handed in: an optional material left out is not listed as received. */
function materialLines(
  { item }: DocumentFacts,
  materials: readonly Pick<Filed, 'materialId' | 'pages' | 'isOnPaper' | 'heldFrom'>[],
): DocumentData[] {
  const lines = materials.flatMap((material): DocumentData[] => {
    const definition = item.materials.find((each) => each.id === material.materialId);
    if (definition === undefined) return [];
    const { name, originals } = definition;
    if (material.heldFrom !== undefined) {
      const remark = fill(words.heldFrom, { source: material.heldFrom });
      return [{ name, carrier: words.electronic, remark }];
    }
    if (material.pages.length > 0) {
      return [{ name, carrier: words.electronic, copies: 1, pages: material.pages.length }];
    }
    if (!material.isOnPaper) return [];
    return [{ name, carrier: words.paper, copies: originals ?? 1, remark: words.paperRemark }];
  });
  return lines.length > 0
    ? lines
    : [{ name: words.application, carrier: words.electronic, copies: 1 }];
}

function acceptanceDue({ events, rules }: DocumentFacts): DocumentData {
  const started = events
    .map(({ event }) => event)
    .find((event) => event.type === 'ClockStarted' && event.kind === 'correction');
  if (started?.type !== 'ClockStarted') throw new Error('a filing starts the clock of corrections');
  return {
    on: started.result.dueOn,
    explanation: fill(words.countedFrom, { days: daysText(started) }),
    deemed: findLimitRule(rules, started.ruleId)?.onExpiry === 'deemed-accepted',
  };
}

/** 补正材料通知书: everything to be corrected, once. */
export function correctionData(facts: DocumentFacts): DocumentData {
  const requested = causeOf(facts, 'CorrectionRequested');
  const { item, state, names } = facts;
  const { site } = names;
  const place = item.place && `${item.place.address}${item.place.counter ?? ''}`;
  return {
    ...commonData(facts, APPROVAL_SEAL),
    ...letterData(facts),
    receivedOn: state.receivedOn,
    materials: requested.items.map((asked) => {
      const definition = item.materials.find((each) => each.id === asked.materialId);
      return {
        name: definition?.name ?? words.application,
        problem: clause(asked.problem ?? words.incomplete),
        remedy: clause(asked.instruction ?? definition?.criteria ?? words.submitAgain),
        ...(definition?.sampleFile === undefined ? {} : { sample: words.seeGuide }),
      };
    }),
    howToSubmit:
      place === undefined
        ? fill(words.howToSubmit, { site })
        : fill(words.howToSubmitOrBring, { site, place }),
    ...(requested.dueOn === undefined
      ? {}
      : { submitBy: requested.dueOn, consequence: words.afterCorrectionTerm }),
  };
}

/** 受理通知书, also where the law itself has accepted (deemed). */
export function acceptanceData(facts: DocumentFacts): DocumentData {
  const accepted = causeOf(facts, 'CaseAccepted');
  return {
    ...commonData(facts, APPROVAL_SEAL),
    ...shortLetterData(facts),
    receivedOn: facts.state.receivedOn,
    acceptedOn: accepted.acceptedOn,
    deemed: accepted.isDeemed,
    decisionDue: decisionDue(facts),
    queryUrl: `${facts.publicUrl}/track`,
  };
}

/** As counted at acceptance: a later suspension has a letter of its own. */
function decisionDue({ events, document }: DocumentFacts): DocumentData {
  const clocks = events.flatMap(({ event, at }) =>
    event.type === 'ClockStarted' && at === document.orderedAt ? [event] : [],
  );
  const statutory = clocks.findLast((clock) => clock.kind === 'statutory');
  const committed = clocks.findLast((clock) => clock.kind === 'committed');
  const leading = statutory ?? committed;
  if (leading === undefined) throw new Error('an acceptance starts the clock of the decision');
  return {
    on: leading.result.dueOn,
    limit: daysText(leading),
    ...(committed === undefined || statutory === undefined
      ? {}
      : { committed: daysText(committed) }),
  };
}

/** 不予受理决定书; 不受理告知书 where no licence is needed. */
export function refusalData(facts: DocumentFacts): DocumentData {
  const { ground, reason, basis } = causeOf(facts, 'AcceptanceRefused');
  return {
    ...commonData(facts, APPROVAL_SEAL),
    ...letterData(facts),
    ...remediesData(facts),
    receivedOn: facts.state.receivedOn,
    ground: ground === 'not-corrected' ? 'other' : ground,
    reason: clause(reason),
    basis: citation(basis),
  };
}
