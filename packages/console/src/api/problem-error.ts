import type { Problem } from '@yichuang/contracts';

/** Codes of our own, for answers that never came from the server. */
export const NO_CONNECTION = 'no-connection';

/** An answer other than success, as the server's problem+json says it (contracts `Problem`). */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Nobody answered: the words are the reader's language's, so they are added where it is shown. */
export function noConnection(): ProblemError {
  return new ProblemError({
    type: 'about:blank',
    title: '',
    status: 0,
    detail: '',
    code: NO_CONNECTION,
  });
}

/** Reads problem+json; what is not problem+json (a proxy's page) keeps its status. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined);
  if (isProblem(body)) return new ProblemError(body);
  return new ProblemError({
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: '',
    code: 'unreadable-answer',
  });
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'detail' in body &&
    typeof body.detail === 'string'
  );
}
