/** Writes generated cases as the case store would have left them, a thousand at a time. */
import type { ItemDefinition } from '@yichuang/kernel/case';
import type { Db } from '../platform/db/index.ts';
import { eventRows } from '../cases/case-rows.ts';
import type { FigureDeps } from './figure-deps.ts';
import type { GeneratedCase } from './testing-generated-cases.ts';

export async function plantCases(
  { db, tenantId }: Pick<FigureDeps, 'db' | 'tenantId'>,
  cases: readonly Pick<GeneratedCase, 'state' | 'events'>[],
): Promise<void> {
  const rows = cases.map(({ state }) => ({
    id: state.caseId,
    number: state.number,
    version: state.version,
    state,
    item_code: state.itemCode,
    item_version: state.itemVersion,
    item_name: state.itemName,
    org_id: state.orgId,
    person_id: state.applicant.personId,
    name: state.applicant.name,
    phase: state.phase,
    received_at: state.receivedAt,
  }));
  await db.query(
    `INSERT INTO cases (tenant_id, id, number, version, head_hash, state, item_code, item_version,
       item_name, org_id, applicant_id, contact_id, applicant_name, phase, received_at, changed_at,
       password_hash)
     SELECT $1, r.id, r.number, r.version, '', r.state, r.item_code, r.item_version, r.item_name,
       r.org_id, r.person_id, r.person_id, r.name, r.phase, r.received_at, r.received_at, ''
     FROM json_to_recordset($2) AS r(id uuid, number text, version int, state json, item_code text,
       item_version int, item_name text, org_id text, person_id uuid, name text, phase text,
       received_at timestamptz)`,
    [tenantId, JSON.stringify(rows)],
  );
  const events = cases.flatMap((one) =>
    eventRows(tenantId, one.state.caseId, one.events, null).map((row) => ({
      ...row,
      case_id: one.state.caseId,
    })),
  );
  await db.query(
    `INSERT INTO event (tenant_id, case_id, seq, day, at, type, actor, data, prev_hash, hash)
     SELECT $1, e.case_id, e.seq, e.day, e.at, e.type, e.actor, e.data, e.prev_hash, e.hash
     FROM json_to_recordset($2) AS e(case_id uuid, seq int, day date, at timestamptz, type text,
       actor json, data json, prev_hash text, hash text)`,
    [tenantId, JSON.stringify(events)],
  );
}

/** Items of generated cases, as published long before. */
export async function plantItems(
  db: Db,
  tenantId: string,
  items: readonly ItemDefinition[],
): Promise<void> {
  await db.query(
    `INSERT INTO item (tenant_id, code, version, name, org_id, task_type, handling_mode, is_online,
       audiences, themes, definition, origin, search_terms, status, valid_from)
     SELECT $1, d ->> 'code', 1, d ->> 'name', d ->> 'orgId', '01', d ->> 'handlingMode', true,
       '{}', '{}', d, 'pack', '{}', 'current', '2026-01-01'
     FROM jsonb_array_elements($2::jsonb) AS d`,
    [tenantId, JSON.stringify(items)],
  );
}
