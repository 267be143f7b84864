import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../api/problem-error.ts';

/** A refusal stays a refusal: only failures of the connection or the server are tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 1 && isPassing(error),
    },
    mutations: { retry: false },
  },
});

function isPassing(error: Error): boolean {
  return (
    error instanceof ProblemError && (error.problem.status === 0 || error.problem.status >= 500)
  );
}
