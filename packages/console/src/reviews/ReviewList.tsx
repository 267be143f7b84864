import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';

interface ReviewListProps<T> {
  readonly query: UseQueryResult<readonly T[]>;
  readonly empty: string;
  readonly idOf: (row: T) => string;
  readonly children: (row: T) => ReactNode;
}

/** Loading, broken, empty, or one paper for each. */
export function ReviewList<T>({ query, empty, idOf, children }: ReviewListProps<T>) {
  if (query.isError) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.isPending) return <ListSkeleton />;
  if (query.data.length === 0) {
    return (
      <div className="empty">
        <p>{empty}</p>
      </div>
    );
  }
  return (
    <ul className="comment-list">
      {query.data.map((row) => (
        <li key={idOf(row)} className="paper review-card">
          {children(row)}
        </li>
      ))}
    </ul>
  );
}
