import type { TaskRow } from '@yichuang/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { casesApi } from '../api/cases.ts';
import { newIdempotencyKey } from '../api/request.ts';
import { isCard, isReturned } from './row-target.ts';

interface RowLinkProps {
  readonly row: TaskRow;
  readonly className?: string;
  /** On a phone an approval is decided from its card. */
  readonly opensCard?: boolean;
  readonly children: ReactNode;
}

/** The link of a row: the case, its card, or the form that came back. */
export function RowLink({ row, className, opensCard = false, children }: RowLinkProps) {
  const queries = useQueryClient();
  const shared = {
    params: { caseId: row.caseId },
    'data-row': '',
    ...(className === undefined ? {} : { className }),
  };
  if (isReturned(row)) {
    return (
      <Link to="/resubmit/$caseId" {...shared}>
        {children}
      </Link>
    );
  }
  if (opensCard && isCard(row)) {
    return (
      <Link to="/cards/$caseId" {...shared}>
        {children}
      </Link>
    );
  }
  const { readingId } = row;
  const isNewCopy = row.isRead === false && row.readingKind === 'copy';
  /** A copy is read by opening it; what asks for an opinion is answered on the case's page. */
  const read = async () => {
    if (readingId === undefined || !isNewCopy) return;
    const command = { type: 'ReadCopy', readingId, opinion: '' } as const;
    // Somebody else of the post may have read it first: the list says so when it is renewed.
    await casesApi.command(row.caseId, command, newIdempotencyKey()).catch(() => undefined);
    await queries.invalidateQueries({ queryKey: ['tasks'] });
  };
  return (
    <Link to="/cases/$caseId" {...shared} onClick={() => void read()}>
      {children}
    </Link>
  );
}
