import type { Db } from '../db/pool.ts';

export interface FileRow {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** Pixels; images only. */
  readonly width?: number;
  readonly height?: number;
}

/** The same content uploaded twice is one file; who came first stays recorded. */
export async function insertFileRow(
  db: Db,
  tenantId: string,
  file: FileRow,
  created: { readonly at: string; readonly by: string },
): Promise<void> {
  await db.query({
    name: 'file-insert',
    text: `INSERT INTO file (tenant_id, sha256, bytes, media_type, width, height, created_at,
        created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (tenant_id, sha256) DO NOTHING`,
    values: [
      tenantId,
      file.sha256,
      file.bytes,
      file.mediaType,
      file.width ?? null,
      file.height ?? null,
      created.at,
      created.by,
    ],
  });
}

interface Found {
  readonly sha256: string;
  readonly bytes: number;
  readonly media_type: string;
  readonly width: number | null;
  readonly height: number | null;
}

export async function findFileRow(
  db: Db,
  tenantId: string,
  sha256: string,
): Promise<FileRow | undefined> {
  const [row] = await db.query<Found>({
    name: 'file-find',
    text: `SELECT sha256, bytes, media_type, width, height FROM file
      WHERE tenant_id = $1 AND sha256 = $2`,
    values: [tenantId, sha256],
  });
  if (row === undefined) return undefined;
  const { width, height } = row;
  return {
    sha256: row.sha256,
    bytes: row.bytes,
    mediaType: row.media_type,
    ...(width !== null && height !== null && { width, height }),
  };
}
