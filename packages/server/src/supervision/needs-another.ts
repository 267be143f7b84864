import { civilDate } from '@yichuang/kernel/time';
import type { Session } from '../platform/http/index.ts';
import type { SupervisionDeps } from './hit-deps.ts';
import { findSupervisors } from './supervisors.pg.ts';

/** Where two supervise, nobody puts in force or retires what they wrote themselves (四眼). */
export async function needsAnother(
  { db, tenantId, clock }: Pick<SupervisionDeps, 'db' | 'tenantId' | 'clock'>,
  { personId }: Session,
  authorId: string,
): Promise<boolean> {
  if (authorId !== personId) return false;
  const supervisors = await findSupervisors(db, tenantId, civilDate(clock.now()));
  return supervisors.length > 1;
}
