import { X509Certificate } from 'node:crypto';
import { addMs, instantMs, type Instant } from '@yichuang/kernel/time';
import { fill } from '../cases/index.ts';
import {
  createKeySigner,
  createRootAuthority,
  issueSealCertificate,
  type CertifiedKey,
  type SealSigner,
} from '../documents/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { Secrets } from '../platform/secrets/index.ts';
import { words } from './letter.messages.ts';
import type { OrgSeals, SealingOrg } from './org-seals.ts';

interface SealsOptions {
  readonly db: Db;
  readonly tenantId: string;
  readonly clock: Clock;
  readonly secrets: Secrets;
  /** In whose name the built-in authority certifies: the county's government. */
  readonly authorityName: string;
}

/** The authority's own row; organisations have ids that are not empty. */
const ROOT_ID = '';
/** Renewed this long before its end, so that no document waits for a certificate. */
const RENEWAL_MS = 30 * 24 * 60 * 60 * 1000;

interface HeldKey {
  readonly key: CertifiedKey;
  readonly endsAt: Instant;
  /** As stored: guards the renewal. */
  readonly sealed: string;
}

/** In whose name a trial county's own authority certifies. */
export function trialAuthority(name: string): string {
  return fill(words.trialAuthority, { name });
}

/** Seals of the built-in authority; its keys lie in `org_seal`, sealed with the master key. */
export function createOrgSeals(options: SealsOptions): OrgSeals {
  let root: Promise<CertifiedKey> | undefined;
  const signers = new Map<string, Promise<{ signer: SealSigner; endsAt: Instant }>>();
  const theRoot = (): Promise<CertifiedKey> => {
    root ??= foundRoot(options);
    // A failure is not remembered: the database may have been away for a moment.
    root.catch(() => (root = undefined));
    return root;
  };
  const load = async (org: SealingOrg): Promise<{ signer: SealSigner; endsAt: Instant }> => {
    const { key, endsAt } = await heldOrNew(options, org, await theRoot());
    return { signer: createKeySigner(key), endsAt };
  };
  return {
    async signerOf(org) {
      const known = await signers.get(org.id);
      if (known !== undefined && !isNearEnd(known.endsAt, options.clock)) return known.signer;
      const loading = load(org);
      signers.set(org.id, loading);
      loading.catch(() => signers.delete(org.id));
      return (await loading).signer;
    },
    trustAnchors: async () => [(await theRoot()).certificate],
  };
}

function isNearEnd(endsAt: Instant, clock: Clock): boolean {
  return addMs(clock.now(), RENEWAL_MS) >= endsAt;
}

async function foundRoot(options: SealsOptions): Promise<CertifiedKey> {
  const held = await readKey(options, ROOT_ID);
  if (held !== undefined) return held.key;
  const { authorityName } = options;
  const name = {
    organisation: authorityName,
    commonName: fill(words.rootCertificate, { name: authorityName }),
  };
  await insertKey(options, ROOT_ID, await createRootAuthority({ name, now: nowOf(options) }));
  return (await keyOf(options, ROOT_ID)).key;
}

async function heldOrNew(
  options: SealsOptions,
  org: SealingOrg,
  authority: CertifiedKey,
): Promise<HeldKey> {
  const held = await readKey(options, org.id);
  if (held !== undefined && !isNearEnd(held.endsAt, options.clock)) return held;
  const key = await issueSealCertificate({
    authority,
    subject: {
      organisation: org.name,
      ...(org.creditCode === undefined ? {} : { organisationCode: org.creditCode }),
    },
    now: nowOf(options),
  });
  // Whoever comes second reads what the first has stored: one organisation, one certificate.
  if (held === undefined) await insertKey(options, org.id, key);
  else await replaceKey(options, org.id, key, held.sealed);
  return keyOf(options, org.id);
}

function nowOf({ clock }: SealsOptions): Date {
  return new Date(instantMs(clock.now()));
}

async function keyOf(options: SealsOptions, orgId: string): Promise<HeldKey> {
  const held = await readKey(options, orgId);
  if (held === undefined) throw new Error(`the seal of ${orgId || 'the authority'} is gone`);
  return held;
}

async function readKey(options: SealsOptions, orgId: string): Promise<HeldKey | undefined> {
  const { db, tenantId, secrets } = options;
  const [row] = await db.query<{ chain: readonly string[]; key_sealed: string }>(
    'SELECT chain, key_sealed FROM org_seal WHERE tenant_id = $1 AND org_id = $2',
    [tenantId, orgId],
  );
  const [own] = row?.chain ?? [];
  if (row === undefined || own === undefined) return undefined;
  const certificate = Buffer.from(own, 'base64');
  const privateKeyPkcs8 = Buffer.from(secrets.open(row.key_sealed, placeOf(tenantId)), 'base64');
  const endsAt = new X509Certificate(certificate).validToDate.toISOString() as Instant;
  return { key: { certificate, privateKeyPkcs8 }, endsAt, sealed: row.key_sealed };
}

function placeOf(tenantId: string): { tenantId: string; column: string } {
  return { tenantId, column: 'org_seal.key_sealed' };
}

function stored({ tenantId, secrets }: SealsOptions, key: CertifiedKey): [string, string] {
  const chain = JSON.stringify([Buffer.from(key.certificate).toString('base64')]);
  const pkcs8 = Buffer.from(key.privateKeyPkcs8).toString('base64');
  return [chain, secrets.seal(pkcs8, placeOf(tenantId))];
}

async function insertKey(options: SealsOptions, orgId: string, key: CertifiedKey): Promise<void> {
  await options.db.query(
    `INSERT INTO org_seal (tenant_id, org_id, chain, key_sealed, created_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (tenant_id, org_id) DO NOTHING`,
    [options.tenantId, orgId, ...stored(options, key), options.clock.now()],
  );
}

async function replaceKey(
  options: SealsOptions,
  orgId: string,
  key: CertifiedKey,
  before: string,
): Promise<void> {
  await options.db.query(
    `UPDATE org_seal SET chain = $3, key_sealed = $4, created_at = $5
     WHERE tenant_id = $1 AND org_id = $2 AND key_sealed = $6`,
    [options.tenantId, orgId, ...stored(options, key), options.clock.now(), before],
  );
}
