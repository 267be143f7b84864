import type { CaseEvent, CaseState, Recorded } from '@yichuang/kernel/case';
import type { HashHex } from '@yichuang/kernel/ledger';
import type { Db } from '../platform/db/index.ts';
import {
  caseRow,
  clockRows,
  closedTaskIds,
  doneRows,
  droppedReaders,
  eventRows,
  keptReaders,
  openTaskRows,
  readers,
  readingRows,
} from './case-rows.ts';
import type { CaseChange, CaseStore, CommandAnswer, StoredEvent } from './case-store.ts';
import { firstFollowed } from './followed-events.ts';
import { letterRows } from './letter-rows.ts';

interface CaseRead {
  readonly state: CaseState;
  readonly head_hash: HashHex;
  readonly password_hash: string;
  readonly response: CommandAnswer | null;
}

const READ_CASE = {
  name: 'case-read',
  text: `SELECT c.state, c.head_hash, c.password_hash, l.response
    FROM cases c
    LEFT JOIN command_log l ON l.tenant_id = $1 AND l.person_id = $3 AND l.idempotency_key = $4
    WHERE c.tenant_id = $1 AND c.id = $2 AND ($5::text[] IS NULL OR EXISTS (
      SELECT 1 FROM case_reader r
      WHERE r.tenant_id = $1 AND r.case_id = $2 AND r.reader = ANY ($5)))`,
};

const WRITE_CASE = {
  name: 'case-write',
  text:
    'SELECT write_case($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, ' +
    '$17, $18)',
};

export function createCaseStore(db: Db, tenantId: string): CaseStore {
  return {
    async find(caseId, { readers: among, repeated } = {}) {
      if (!isUuid(caseId)) return undefined;
      const { personId = '', key = '' } = repeated ?? {};
      const values = [tenantId, caseId, personId, key, among ?? null];
      const [row] = await db.query<CaseRead>({ ...READ_CASE, values });
      if (row === undefined) return undefined;
      const { state, head_hash: headHash, password_hash: passwordHash, response } = row;
      const stored = { state, headHash, passwordHash };
      return response === null ? stored : { ...stored, answered: response };
    },
    async findByNumber(number) {
      const [row] = await db.query<{ id: string; password_hash: string }>(
        'SELECT id, password_hash FROM cases WHERE tenant_id = $1 AND number = $2',
        [tenantId, number],
      );
      if (row === undefined) return undefined;
      return { caseId: row.id, passwordHash: row.password_hash };
    },
    async findAnswer(personId, key) {
      const [row] = await db.query<{ response: CommandAnswer }>(
        `SELECT response FROM command_log
         WHERE tenant_id = $1 AND person_id = $2 AND idempotency_key = $3`,
        [tenantId, personId, key],
      );
      return row?.response;
    },
    write: (change) => write(db, tenantId, change),
    events: (caseId) => readEvents(db, tenantId, caseId),
    async mayRead(caseId, who) {
      if (!isUuid(caseId)) return false;
      const rows = await db.query(
        `SELECT 1 FROM case_reader
         WHERE tenant_id = $1 AND case_id = $2 AND reader = ANY ($3) LIMIT 1`,
        [tenantId, caseId, [...who]],
      );
      return rows.length > 0;
    },
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

async function write(
  db: Db,
  tenantId: string,
  change: CaseChange,
): Promise<'written' | 'moved' | 'repeated'> {
  const { caseId, before, after, context } = change;
  const events = eventRows(tenantId, caseId, change.events, change.headHash);
  const headHash = events.at(-1)?.hash ?? change.headHash ?? '';
  const answer: CommandAnswer = { caseId, version: after.version, phase: after.phase };
  const values = [
    tenantId,
    caseId,
    before?.version ?? 0,
    JSON.stringify(caseRow(after, context, { headHash, passwordHash: change.passwordHash })),
    JSON.stringify(after),
    JSON.stringify(events),
    closedTaskIds(before, after, context),
    JSON.stringify(openTaskRows(before, after, context)),
    JSON.stringify(clockRows(before, after, context)),
    readers(before, after, context),
    JSON.stringify(doneRows(change.events, change.stepName, change.act)),
    change.personId,
    change.idempotencyKey ?? null,
    JSON.stringify(answer),
    JSON.stringify(followUpJobs(tenantId, change)),
    JSON.stringify(readingRows(before, after)),
    [...droppedReaders(before, after, context), ...(await strayReaders(db, tenantId, change))],
    letterJson(after, context),
  ];
  try {
    await db.query({ ...WRITE_CASE, values });
    return 'written';
  } catch (error) {
    const code = sqlStateOf(error);
    if (code === 'YC001') return 'moved';
    if (code === 'YC002') return 'repeated';
    throw error;
  }
}

/**
 * Who is to lose the sight of a withheld letter; read before it is written, which holds: readers
 * change with the version alone.
 */
async function strayReaders(
  db: Db,
  tenantId: string,
  { caseId, before, after, context }: CaseChange,
): Promise<string[]> {
  const kept = keptReaders(before, after, context);
  if (kept === undefined) return [];
  const rows = await db.query<{ reader: string }>(
    `SELECT reader FROM case_reader
     WHERE tenant_id = $1 AND case_id = $2 AND reader <> ALL ($3)`,
    [tenantId, caseId, kept],
  );
  return rows.map(({ reader }) => reader);
}

function letterJson(after: CaseState, context: CaseChange['context']): string | null {
  const rows = letterRows(after, context);
  return rows === undefined ? null : JSON.stringify(rows);
}

/** Our own SQLSTATEs pass through the driver's error, wherever it was wrapped. */
function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return sqlStateOf(error.cause);
}

function followUpJobs(tenantId: string, change: CaseChange): Record<string, unknown>[] {
  const first = firstFollowed(change.events);
  if (first === undefined) return [];
  const { caseId } = change;
  const payload = { tenantId, caseId, fromSeq: first.seq, toSeq: change.after.version };
  return [{ name: 'follow-up', payload, key: null }];
}

interface EventRead {
  readonly seq: number;
  readonly at: Recorded['at'];
  readonly type: string;
  readonly actor: Recorded['by'];
  readonly data: object;
  readonly prev_hash: HashHex | null;
  readonly hash: HashHex;
}

async function readEvents(db: Db, tenantId: string, caseId: string): Promise<StoredEvent[]> {
  if (!isUuid(caseId)) return [];
  const rows = await db.query<EventRead>(
    `SELECT seq, at, type, actor, data, prev_hash, hash FROM event
     WHERE tenant_id = $1 AND case_id = $2 ORDER BY seq`,
    [tenantId, caseId],
  );
  return rows.map(storedEvent);
}

export function storedEvent(row: EventRead): StoredEvent {
  return {
    seq: row.seq,
    at: row.at,
    by: row.actor,
    event: { type: row.type, ...row.data } as CaseEvent,
    prevHash: row.prev_hash,
    hash: row.hash,
  };
}

export type { EventRead };
