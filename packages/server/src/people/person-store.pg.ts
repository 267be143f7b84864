import type { Db } from '../platform/db/index.ts';
import type { SealedNumber } from './person-numbers.ts';

export interface PersonRow {
  readonly id: string;
  readonly kind: 'natural' | 'legal';
  readonly name: string | null;
  readonly phone_sealed: string | null;
  readonly phone_index: string | null;
  readonly id_number_sealed: string | null;
  readonly id_number_index: string | null;
  readonly credit_code: string | null;
}

const columns = `id, kind, name, phone_sealed, phone_index, id_number_sealed, id_number_index,
  credit_code`;

type By = 'id' | 'phone_index';

export async function findPerson(
  db: Db,
  tenantId: string,
  by: By,
  value: string,
): Promise<PersonRow | undefined> {
  const rows = await db.query<PersonRow>({
    name: `person-by-${by}`,
    text: `SELECT ${columns} FROM person WHERE tenant_id = $1 AND ${by} = $2`,
    values: [tenantId, value],
  });
  return rows[0];
}

/** Somebody recorded at the window with that number, who has no phone and so no log-in. */
export async function findFromWindow(
  db: Db,
  tenantId: string,
  idNumberIndex: string,
): Promise<PersonRow | undefined> {
  const rows = await db.query<PersonRow>(
    `SELECT ${columns} FROM person WHERE tenant_id = $1 AND id_number_index = $2
       AND phone_index IS NULL AND kind = 'natural' ORDER BY created_at LIMIT 1`,
    [tenantId, idNumberIndex],
  );
  return rows[0];
}

export interface NewPerson {
  readonly id: string;
  readonly kind: PersonRow['kind'];
  readonly name: string | null;
  readonly phone: SealedNumber | null;
  readonly idNumber: SealedNumber | null;
  readonly creditCode: string | null;
  readonly at: string;
}

/** Of two first log-ins at once with one phone, both get the same person. */
export async function insertPerson(db: Db, tenantId: string, p: NewPerson): Promise<string> {
  const rows = await db.query<{ id: string }>(
    `INSERT INTO person AS x (tenant_id, id, kind, name, phone_sealed, phone_index,
       id_number_sealed, id_number_index, credit_code, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
     ON CONFLICT (tenant_id, phone_index) DO UPDATE SET changed_at = x.changed_at
     RETURNING id`,
    [
      tenantId,
      p.id,
      p.kind,
      p.name,
      p.phone?.sealed ?? null,
      p.phone?.index ?? null,
      p.idNumber?.sealed ?? null,
      p.idNumber?.index ?? null,
      p.creditCode,
      p.at,
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the person was not written');
  return id;
}

/** A second one with that id is the same. */
export async function insertOnce(
  db: Db,
  tenantId: string,
  p: Pick<NewPerson, 'id' | 'kind' | 'name' | 'at'>,
): Promise<void> {
  await db.query(
    `INSERT INTO person (tenant_id, id, kind, name, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT (tenant_id, id) DO NOTHING`,
    [tenantId, p.id, p.kind, p.name, p.at],
  );
}

export interface PersonChange {
  readonly kind: PersonRow['kind'];
  readonly name: string;
  readonly idNumber: SealedNumber | null;
  readonly creditCode: string | null;
  readonly at: string;
}

export async function updatePerson(
  db: Db,
  tenantId: string,
  id: string,
  change: PersonChange,
): Promise<void> {
  await db.query(
    `UPDATE person SET kind = $3, name = $4, id_number_sealed = $5, id_number_index = $6,
       credit_code = $7, changed_at = $8 WHERE tenant_id = $1 AND id = $2`,
    [
      tenantId,
      id,
      change.kind,
      change.name,
      change.idNumber?.sealed ?? null,
      change.idNumber?.index ?? null,
      change.creditCode,
      change.at,
    ],
  );
}
