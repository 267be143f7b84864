/** Acts of supervisors on rules: a draft, a copy, a publication; retire-rule.ts has the last. */
import type { PublishDraftBody } from '@yichuang/contracts';
import type { Instant } from '@yichuang/kernel/time';
import type { WatchRuleFile } from '../catalogue/index.ts';
import type { Session } from '../platform/http/index.ts';
import { staffRef, type Outcome } from './act-on-hit.ts';
import { definitionDigest } from './definition-digest.ts';
import { findDraft, holdDraft, listDrafts, removeDraft, saveDraft } from './draft-store.pg.ts';
import type { SupervisionDeps } from './hit-deps.ts';
import { needsAnother } from './needs-another.ts';
import { addRuleVersion } from './publish-rule.ts';
import { ruleProblems } from './rule-problems.ts';
import { newestRule, newestRules, type RuleVersion } from './rule-store.pg.ts';
import { scopeChoices } from './scope-choices.ts';
import { isAsStrict } from './stricter.ts';
import { lastTrial } from './trial-store.pg.ts';

const refused = (code: string): Extract<Outcome, { readonly ok: false }> => ({
  ok: false,
  refusal: { code },
});

export type SavedOutcome =
  { readonly ok: true; readonly changedAt: Instant } | Extract<Outcome, { readonly ok: false }>;

/**
 * Writes on the draft that was read, and on no other. What has problems is kept as well: it is a
 * draft, and its problems are shown.
 *
 * @param known `changedAt` of that draft; undefined where there was none
 */
export async function writeDraft(
  deps: SupervisionDeps,
  session: Session,
  definition: WatchRuleFile,
  known: Instant | undefined,
): Promise<SavedOutcome> {
  const { db, tenantId, clock } = deps;
  const { id: ruleId } = definition;
  const [newest, draft] = await Promise.all([
    newestRule(db, tenantId, ruleId),
    findDraft(db, tenantId, ruleId),
  ]);
  if (newest === undefined && draft === undefined) return refused('rule-not-found');
  // That it follows from a law is the pack's to say: a county could never take it back.
  const { isByLaw: _said, ...rest } = definition;
  const isByLaw = newest?.definition.isByLaw === true;
  const written = isByLaw ? { ...rest, isByLaw } : rest;
  // Whoever tries a colleague's words has not written them, and may still be the one to publish.
  if (draft !== undefined && definitionDigest(draft.definition) === definitionDigest(written)) {
    return { ok: true, changedAt: draft.changedAt };
  }
  const { personId: authorId, name: authorName = '' } = session;
  const next = { ruleId, definition: written, authorId, authorName, changedAt: clock.now() };
  const changedAt = await saveDraft(db, tenantId, next, known);
  return changedAt === undefined ? refused('rule-changed-meanwhile') : { ok: true, changedAt };
}

/** Ids of the county's own rules: `YX-K1`, `YX-K2` … */
const OWN = 'YX-K';

/** @returns the id of the copy, a draft; undefined where there is no such rule */
export async function copyRule(
  deps: SupervisionDeps,
  session: Session,
  ruleId: string,
  suffix: string,
): Promise<string | undefined> {
  const { db, tenantId, clock } = deps;
  const [rows, drafts] = await Promise.all([newestRules(db, tenantId), listDrafts(db, tenantId)]);
  const source = rows.find((row) => row.ruleId === ruleId);
  if (source === undefined) return undefined;
  const taken = [...rows, ...drafts].map((row) => row.ruleId);
  const numbers = taken.filter((id) => id.startsWith(OWN)).map((id) => Number(id.slice(4)));
  const id = `${OWN}${Math.max(0, ...numbers) + 1}`;
  const { isByLaw: _ofTheSource, nameEn: _en, order: _order, ...rest } = source.definition;
  await saveDraft(db, tenantId, {
    ruleId: id,
    definition: { ...rest, id, name: `${rest.name}${suffix}` },
    authorId: session.personId,
    authorName: session.name ?? '',
    changedAt: clock.now(),
  });
  return id;
}

export async function publishDraft(
  deps: SupervisionDeps,
  session: Session,
  ruleId: string,
  { reason, changedAt }: PublishDraftBody,
): Promise<Outcome> {
  const { db, tenantId, clock } = deps;
  const draft = await findDraft(db, tenantId, ruleId);
  if (draft === undefined) return refused('rule-not-found');
  const { definition, authorId } = draft;
  if (draft.changedAt !== changedAt) return refused('rule-changed-meanwhile');
  const choices = await scopeChoices(deps);
  if (ruleProblems(definition, choices, 'zh-CN').length > 0) return refused('rule-has-problems');
  const [newest, trial] = await Promise.all([
    newestRule(db, tenantId, ruleId),
    lastTrial(db, tenantId, ruleId),
  ]);
  if (newest?.definition.isByLaw === true && !isAsStrict(definition, newest.definition)) {
    return refused('rule-of-law-milder');
  }
  if (trial?.status !== 'done' || trial.digest !== definitionDigest(definition)) {
    return refused('rule-not-tried');
  }
  if (await needsAnother(deps, session, authorId)) return refused('rule-needs-another');
  const isDone = await db.tx(async (tx) => {
    if (!(await holdDraft(tx, tenantId, draft))) return false;
    const version: RuleVersion = {
      ruleId,
      version: (newest?.version ?? 0) + 1,
      act: 'published',
      definition,
      source: 'county',
      authorId,
      publisherId: session.personId,
      publisherName: session.name ?? '',
      reason,
      basis: null,
      publishedAt: clock.now(),
    };
    if (!(await addRuleVersion(tx, tenantId, version, staffRef(session)))) return false;
    await removeDraft(tx, tenantId, draft);
    return true;
  });
  deps.rules.forget();
  return isDone ? { ok: true } : refused('rule-changed-meanwhile');
}
