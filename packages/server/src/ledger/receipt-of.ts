import type { LedgerEventProof } from '@yichuang/contracts';
import {
  hashHex,
  proofOf,
  toHex,
  type HashHex,
  type LedgerInclusion,
  type LedgerReceipt,
  type LogInclusion,
  type MerkleTree,
} from '@yichuang/kernel/ledger';
import { civilDate, plainDate } from '@yichuang/kernel/time';
import { hashedEvent } from '../cases/index.ts';
import type { LedgerDeps } from './ledger-deps.ts';
import { readJournal } from './journal.pg.ts';
import { logIndex, readHead, readHeads } from './ledger-heads.pg.ts';
import { journalLeafIndex, leafIndex, readRoot } from './ledger-store.pg.ts';

type ProofDeps = Pick<LedgerDeps, 'tenantId' | 'db' | 'trees'>;
type ReceiptDeps = ProofDeps & Pick<LedgerDeps, 'store'>;

export interface ReceiptOptions {
  /** Of the filing, without it. */
  readonly seq?: number;
  /** The head that the reader has, by its days; without it, or before the day, the newest. */
  readonly headSize?: number | undefined;
}

/**
 * What the applicant keeps of an event, usually of the filing; with the proof that it stands in
 * its day's tree as soon as that is published. Anyone can check it without the platform.
 *
 * @returns undefined when the case has no such event
 * @throws Error when the day's events no longer lead to the root that was published
 */
export async function receiptOf(
  deps: ReceiptDeps,
  caseId: string,
  { seq = 1, headSize }: ReceiptOptions = {},
): Promise<LedgerReceipt | undefined> {
  const found = await eventAt(deps, caseId, seq);
  if (found === undefined) return undefined;
  const { prevHash, hash, ...recorded } = found;
  const day = civilDate(found.at);
  const findIndex = () => leafIndex(deps.db, deps.tenantId, { day, caseId, seq });
  const inclusion = await inclusionOf(deps, day, findIndex, headSize);
  return {
    format: 'yichuang-receipt-1',
    tenantId: deps.tenantId,
    event: hashedEvent(deps.tenantId, caseId, recorded),
    prevHash,
    hash,
    ...(inclusion === undefined ? {} : { inclusion }),
  };
}

/**
 * The same without the event: that something stands there, for people who may know that it
 * happened and perhaps not all that it says.
 */
export async function eventProofOf(
  deps: ReceiptDeps,
  caseId: string,
  seq: number,
): Promise<LedgerEventProof | undefined> {
  const receipt = await receiptOf(deps, caseId, { seq });
  if (receipt === undefined) return undefined;
  const { prevHash, hash, inclusion } = receipt;
  return { seq, prevHash, hash, ...(inclusion && { inclusion: inclusionView(inclusion) }) };
}

/** That an entry of the journal stands there; undefined when the stream has no such entry. */
export async function entryProofOf(
  deps: ProofDeps,
  stream: string,
  seq: number,
): Promise<LedgerEventProof | undefined> {
  const { db, tenantId } = deps;
  const [found] = await readJournal(db, tenantId, stream, { after: seq - 1, limit: 1 });
  if (found?.seq !== seq) return undefined;
  const { prevHash, hash, at } = found;
  const day = civilDate(at);
  const inclusion = await inclusionOf(deps, day, () =>
    journalLeafIndex(db, tenantId, { day, stream, seq }),
  );
  return { seq, prevHash, hash, ...(inclusion && { inclusion: inclusionView(inclusion) }) };
}

/** The same, in the contract's mutable lists. */
export function inclusionView({ log, proof, ...inclusion }: LedgerInclusion) {
  return {
    ...inclusion,
    proof: [...proof],
    ...(log && { log: { ...log, proof: [...log.proof] } }),
  };
}

async function eventAt({ store }: ReceiptDeps, caseId: string, seq: number) {
  const events = await store.events(caseId);
  return events.find((event) => event.seq === seq);
}

/** @param findIndex where the entry stands in the day's tree; asked only once there is one */
async function inclusionOf(
  deps: ProofDeps,
  day: string,
  findIndex: () => Promise<number>,
  headSize?: number,
): Promise<LedgerInclusion | undefined> {
  const published = await readRoot(deps.db, deps.tenantId, day);
  if (published === undefined) return undefined;
  const [tree, index, log] = await Promise.all([
    deps.trees.treeOf(day),
    findIndex(),
    logInclusionOf(deps, day, headSize),
  ]);
  if (toHex(tree.root) !== published.root) {
    throw new Error(`the entries of ${day} do not lead to the published root`);
  }
  return {
    day: plainDate(day),
    index,
    size: tree.size,
    proof: hexProofOf(tree, index),
    root: hashHex(published.root),
    ...(log && { log }),
  };
}

/** The day's own head may not be there yet, in the moment of its publication. */
async function logInclusionOf(
  { db, tenantId, trees }: ProofDeps,
  day: string,
  headSize?: number,
): Promise<LogInclusion | undefined> {
  const wanted = headSize === undefined ? undefined : await readHead(db, tenantId, headSize);
  const isOfUse = wanted !== undefined && wanted.day >= day;
  const [head] = isOfUse ? [wanted] : await readHeads(db, tenantId, { limit: 1 });
  if (head === undefined || head.day < day) return undefined;
  const [tree, index] = await Promise.all([trees.logOf(head.size), logIndex(db, tenantId, day)]);
  if (toHex(tree.root) !== head.root) {
    throw new Error(`the published days do not lead to the head of ${head.day}`);
  }
  const proof = hexProofOf(tree, index);
  return { index, size: head.size, proof, root: hashHex(head.root) };
}

export function hexProofOf(tree: MerkleTree, index: number): HashHex[] {
  return proofOf(tree, index).map((hash) => hashHex(toHex(hash)));
}
