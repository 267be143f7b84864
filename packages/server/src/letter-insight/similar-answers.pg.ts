import type { PlainDate } from '@yichuang/kernel/time';
import type { Db } from '../platform/db/index.ts';

interface PublishedAnswer {
  readonly case_id: string;
  readonly number: string;
  readonly title: string;
  readonly answered_on: PlainDate | null;
  readonly answers: readonly { readonly text: string }[];
}

/** Of these letters those that are public and answered, as they were published. */
export async function publishedAnswers(
  db: Db,
  tenantId: string,
  caseIds: readonly string[],
): Promise<PublishedAnswer[]> {
  return db.query<PublishedAnswer>(
    `SELECT case_id, number, title, answered_on, answers FROM published_letter
     WHERE tenant_id = $1 AND case_id = ANY ($2::uuid[]) AND answered_on IS NOT NULL`,
    [tenantId, caseIds],
  );
}
