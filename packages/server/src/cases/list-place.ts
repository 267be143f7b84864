/** Where a page of a list ended, as a cursor: the next page begins behind it. */
import type { Instant } from '@yichuang/kernel/time';
import { isUuid } from './case-store.pg.ts';

export interface ListPlace {
  readonly at: Instant;
  readonly caseId: string;
}

export function writePlace({ at, caseId }: ListPlace): string {
  return Buffer.from(`${at} ${caseId}`, 'utf8').toString('base64url');
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u;

/** A cursor that nobody issued is as good as none: the list begins again. */
export function readPlace(cursor: string | undefined): ListPlace | undefined {
  const text = Buffer.from(cursor ?? '', 'base64url').toString('utf8');
  const [at = '', caseId = ''] = text.split(' ');
  const isInstant = INSTANT.test(at) && !Number.isNaN(Date.parse(at));
  return isInstant && isUuid(caseId) ? { at: at as Instant, caseId } : undefined;
}
