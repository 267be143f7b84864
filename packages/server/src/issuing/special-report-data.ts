/** 专报: a sensitive letter, for those who must know and for nobody else. */
import { civilDate } from '@yichuang/kernel/time';
import { fill } from '../cases/index.ts';
import type { DocumentData } from '../documents/index.ts';
import { causeOf, type DocumentFacts } from './document-facts.ts';
import { words } from './letter.messages.ts';
import { clause } from './official-text.ts';
import { channelOf, lines, officeData, summaryOf } from './petition-facts.ts';

/**
 * Without the sender's name, as the template has it; counted within the letter's own documents.
 * @basis 信访工作条例 第二十五条, 第三十条
 */
export function specialReportData(facts: DocumentFacts): DocumentData {
  const { reason } = causeOf(facts, 'SensitivityMarked');
  const { state, document, names } = facts;
  const reports = Object.values(state.documents).filter(({ moment }) => moment === 'sensitive');
  const n = reports.findIndex(({ documentId }) => documentId === document.documentId) + 1;
  const year = civilDate(document.orderedAt).slice(0, 4);
  return {
    ...officeData(facts),
    issue: fill(words.issueNumber, { year, n }),
    to: { name: names.government },
    origin: fill(words.oneLetter, { channel: channelOf(facts) }),
    receivedOn: state.receivedOn,
    situation: lines(summaryOf(facts)).map(clause),
    suggestions: [...lines(reason).map(clause), words.specialHandling],
  };
}
