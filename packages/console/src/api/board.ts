import type { Board, BoardCaseQuery, BoardCases } from '@yichuang/contracts';
import { queryString } from './cases.ts';
import { requestJson } from './request.ts';

export const boardApi = {
  read: (signal?: AbortSignal) => requestJson<Board>({ path: '/api/board', signal }),
  cases: (query: BoardCaseQuery, signal?: AbortSignal) => {
    const { wasLate, ...rest } = query;
    const late = wasLate === true ? { wasLate: 'true' } : {};
    return requestJson<BoardCases>({
      path: `/api/board/cases?${queryString({ ...rest, ...late })}`,
      signal,
    });
  },
};

/** What is sent as it happens; see the server's board-feed.ts. */
export const boardEventsPath = '/api/board/events';
