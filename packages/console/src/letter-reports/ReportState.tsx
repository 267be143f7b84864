import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';

interface ReportStateProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (report: T) => ReactNode;
}

/** A report while it is counted, when it cannot be, and as it is. */
export function ReportState<T>({ query, children }: ReportStateProps<T>) {
  if (query.isError) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  return query.data === undefined ? <Skeleton active /> : children(query.data);
}
