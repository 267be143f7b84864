/** 停用: one proposes with reason and basis, another agrees; who supervises alone does it at once. */
import type { RetireRuleBody, WatchRetirement } from '@yichuang/contracts';
import type { LegalBasis } from '@yichuang/kernel/time';
import { given } from '../cases/index.ts';
import { appendJournal, lockJournal, readJournal } from '../ledger/index.ts';
import type { Db } from '../platform/db/index.ts';
import type { Session } from '../platform/http/index.ts';
import { staffRef, type Outcome } from './act-on-hit.ts';
import type { SupervisionDeps } from './hit-deps.ts';
import { needsAnother } from './needs-another.ts';
import { addRuleVersion, ruleStream } from './publish-rule.ts';
import { newestRule, type RuleVersion } from './rule-store.pg.ts';

const PROPOSED = 'WatchRetirementProposed';
const DROPPED = 'WatchRetirementDropped';

interface Proposal {
  /** Of its entry in the stream of the rule. */
  readonly seq: number;
  readonly authorId: string;
  readonly author: string;
  readonly reason: string;
  readonly basis: LegalBasis;
  readonly at: string;
}

/**
 * The proposal that waits for an answer. It lives in the journal alone: whatever version of the
 * rule comes behind it, of the county or of the pack, is not the one that it was about.
 */
async function openProposal(
  db: Db,
  tenantId: string,
  ruleId: string,
): Promise<Proposal | undefined> {
  const last = (await readJournal(db, tenantId, ruleStream(ruleId))).at(-1);
  if (last?.type !== PROPOSED || last.actor.kind !== 'staff') return undefined;
  const { reason, basis } = last.data as Pick<Proposal, 'reason' | 'basis'>;
  const { seq, at, actor } = last;
  return { seq, at, reason, basis, authorId: actor.personId, author: actor.name };
}

/** How far the retirement of a rule is; undefined where it follows from a law or is retired. */
export async function viewRetirement(
  deps: SupervisionDeps,
  session: Session,
  { ruleId, act, definition }: RuleVersion,
): Promise<WatchRetirement | undefined> {
  if (act === 'retired' || definition.isByLaw === true) return undefined;
  const open = await openProposal(deps.db, deps.tenantId, ruleId);
  const { personId } = session;
  const proposal = open && {
    seq: open.seq,
    by: open.author,
    isOwn: open.authorId === personId,
    reason: open.reason,
    basis: open.basis,
    at: open.at,
  };
  return {
    needsAnother: await needsAnother(deps, session, open?.authorId ?? personId),
    ...given('proposal', proposal),
  };
}

type Retirable = { readonly newest: RuleVersion; readonly open: Proposal | undefined };

/** One at a time for each rule, on the rule and the proposal as they are then. */
async function onRetirable(
  { db, tenantId, rules }: SupervisionDeps,
  ruleId: string,
  act: (tx: Db, found: Retirable) => Promise<string | undefined>,
): Promise<Outcome> {
  const code = await db.tx(async (tx) => {
    if ((await newestRule(tx, tenantId, ruleId)) === undefined) return 'rule-not-found';
    await lockJournal(tx, tenantId, ruleStream(ruleId));
    const newest = await newestRule(tx, tenantId, ruleId);
    if (newest === undefined) return 'rule-not-found';
    if (newest.definition.isByLaw === true) return 'rule-of-law';
    if (newest.act === 'retired') return 'rule-changed-meanwhile';
    return act(tx, { newest, open: await openProposal(tx, tenantId, ruleId) });
  });
  rules.forget();
  return code === undefined ? { ok: true } : { ok: false, refusal: { code } };
}

/** The first of two. One that waits for an answer is answered or dropped before the next. */
export function proposeRetirement(
  deps: SupervisionDeps,
  session: Session,
  ruleId: string,
  data: RetireRuleBody,
): Promise<Outcome> {
  return onRetirable(deps, ruleId, async (tx, { open }) => {
    if (open !== undefined) return 'rule-changed-meanwhile';
    const entry = { type: PROPOSED, actor: staffRef(session), data, at: deps.clock.now() };
    await appendJournal(tx, deps.tenantId, ruleStream(ruleId), [entry]);
    return undefined;
  });
}

/** Taken back by who proposed it, or not agreed to by another. */
export function dropRetirement(
  deps: SupervisionDeps,
  session: Session,
  ruleId: string,
): Promise<Outcome> {
  return onRetirable(deps, ruleId, async (tx, { open }) => {
    if (open === undefined) return 'rule-changed-meanwhile';
    const data = { proposal: open.seq };
    const entry = { type: DROPPED, actor: staffRef(session), data, at: deps.clock.now() };
    await appendJournal(tx, deps.tenantId, ruleStream(ruleId), [entry]);
    return undefined;
  });
}

/** The second of two: the rule goes by the proposal as it was read, its reason and its basis. */
export function agreeToRetirement(
  deps: SupervisionDeps,
  session: Session,
  ruleId: string,
  seq: number,
): Promise<Outcome> {
  return onRetirable(deps, ruleId, async (tx, { newest, open }) => {
    if (open?.seq !== seq) return 'rule-changed-meanwhile';
    if (await needsAnother(deps, session, open.authorId)) return 'rule-needs-another';
    return retire(deps, tx, session, newest, open);
  });
}

/** Of who supervises alone. A colleague's draft is no consent to it, whatever it says. */
export function retireAlone(
  deps: SupervisionDeps,
  session: Session,
  ruleId: string,
  { reason, basis }: RetireRuleBody,
): Promise<Outcome> {
  return onRetirable(deps, ruleId, async (tx, { newest }) => {
    const authorId = session.personId;
    if (await needsAnother(deps, session, authorId)) return 'rule-needs-another';
    return retire(deps, tx, session, newest, { authorId, reason, basis });
  });
}

async function retire(
  { tenantId, clock }: SupervisionDeps,
  tx: Db,
  session: Session,
  newest: RuleVersion,
  { authorId, reason, basis }: Pick<Proposal, 'authorId' | 'reason' | 'basis'>,
): Promise<string | undefined> {
  const version: RuleVersion = {
    ...newest,
    version: newest.version + 1,
    act: 'retired',
    source: 'county',
    authorId,
    publisherId: session.personId,
    publisherName: session.name ?? '',
    reason,
    basis,
    publishedAt: clock.now(),
  };
  const isDone = await addRuleVersion(tx, tenantId, version, staffRef(session));
  return isDone ? undefined : 'rule-changed-meanwhile';
}
