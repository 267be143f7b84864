/** Letters and petitions: finding, entering, judging, reporting. */
import type {
  AnswerCheck,
  CommentRow,
  HotTopicReport,
  LetterAdvice,
  LetterAdviceRequest,
  LetterAssistance,
  LetterEntryBody,
  LetterImportReport,
  LetterPage,
  LetterQuery,
  LetterEntryReceipt,
  LetterStatistics,
  LetterWay,
  RankingReport,
  UnsolvedReport,
} from '@yichuang/contracts';
import { queryString } from './cases.ts';
import { requestFile, requestJson } from './request.ts';

const part = encodeURIComponent;

/** A unit that letters can be referred to; without a post of reception nobody would take it in. */
export interface LetterUnit {
  readonly orgId: string;
  readonly name: string;
  readonly kind: string;
  readonly hasReception: boolean;
}

/** What an answer says so far. */
interface AnswerText {
  readonly result: string;
  readonly facts?: string;
}

/** Both days belong to the period; Shanghai days as `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

const report = <T>(name: string, query: Readonly<Record<string, string>>) =>
  requestJson<T>({ path: `/api/letters/reports/${name}?${queryString(query)}` });

export const lettersApi = {
  find: (query: LetterQuery, signal?: AbortSignal) =>
    requestJson<LetterPage>({ path: `/api/letters?${queryString({ ...query })}`, signal }),
  ways: () => requestJson<readonly LetterWay[]>({ path: '/api/letters/ways' }),
  units: () => requestJson<readonly LetterUnit[]>({ path: '/api/letters/units' }),
  advice: (body: LetterAdviceRequest, signal?: AbortSignal) =>
    requestJson<LetterAdvice>({ path: '/api/letters/advice', method: 'POST', body, signal }),
  enter: (body: LetterEntryBody, idempotencyKey: string) =>
    requestJson<LetterEntryReceipt>({
      path: '/api/letters/entries',
      method: 'POST',
      body,
      idempotencyKey,
    }),
  /** The slip with the query password, as PDF. */
  slip: (caseId: string) =>
    requestFile({ path: `/api/letters/entries/${part(caseId)}/slip`, method: 'POST' }),
  /** A lost slip once more, for who showed a document. */
  slipAgain: (caseId: string, seen: string) =>
    requestFile({ path: `/api/letters/${part(caseId)}/slip`, method: 'POST', body: { seen } }),
  assistance: (caseId: string) =>
    requestJson<LetterAssistance>({ path: `/api/letters/${part(caseId)}/assistance` }),
  checkAnswer: (caseId: string, body: AnswerText, signal?: AbortSignal) =>
    requestJson<AnswerCheck>({
      path: `/api/letters/${part(caseId)}/answer-check`,
      method: 'POST',
      body,
      signal,
    }),
  comments: (status: CommentRow['status']) =>
    requestJson<readonly CommentRow[]>({ path: `/api/letters/comments?status=${status}` }),
  judgeComment: (commentId: string, verdict: 'shown' | 'hidden') =>
    requestJson<unknown>({
      path: `/api/letters/comments/${part(commentId)}`,
      method: 'POST',
      body: { verdict },
    }),
  importLetters: (file: File, isDryRun: boolean) => {
    const body = new FormData();
    body.append('file', file, file.name);
    return requestJson<LetterImportReport>({
      path: `/api/letters/import${isDryRun ? '?dryRun=1' : ''}`,
      method: 'POST',
      body,
    });
  },
  hotTopics: ({ from, until }: Period) => report<HotTopicReport>('hot-topics', { from, until }),
  longUnsolved: (month: string) => report<UnsolvedReport>('long-unsolved', { month }),
  ranking: ({ from, until }: Period) => report<RankingReport>('ranking', { from, until }),
  statistics: ({ from, until }: Period) => report<LetterStatistics>('statistics', { from, until }),
  circular: (quarter: string) =>
    requestFile({ path: `/api/letters/reports/circular.pdf?quarter=${part(quarter)}` }),
};
