import type {
  WatchDraftView,
  WatchRuleList,
  WatchRuleRow,
  WatchRuleView,
  WatchTrialSample,
  WatchTrialView,
} from '@yichuang/contracts';
import { civilDate, instantFromMs, instantMs, type Instant } from '@yichuang/kernel/time';
import { given, type DirectoryOrg } from '../cases/index.ts';
import { namesFor, scopesFor, type WatchRuleFile } from '../catalogue/index.ts';
import { can } from '../people/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Language } from '../platform/refusal.ts';
import { countHitsByRule } from './count-hits.pg.ts';
import { definitionDigest } from './definition-digest.ts';
import { findDraft, listDrafts, type RuleDraft } from './draft-store.pg.ts';
import type { SupervisionDeps } from './hit-deps.ts';
import { isSupervisor } from './hit-scope.ts';
import { needsAnother } from './needs-another.ts';
import { viewRetirement } from './retire-rule.ts';
import { ruleProblems } from './rule-problems.ts';
import { newestRules, ruleHistory, type RuleVersion } from './rule-store.pg.ts';
import { scopeChoices, type ScopeChoices } from './scope-choices.ts';
import type { TrialSample } from './trial-findings.ts';
import { lastTrial, type Trial } from './trial-store.pg.ts';

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

function monthBefore(at: Instant): Instant {
  return instantFromMs(instantMs(at) - MONTH_MS);
}

/** By kind and id; the retired with the others. Suspicions are for supervision alone. */
export async function listRules(
  deps: SupervisionDeps,
  session: Session,
  language: Language,
): Promise<WatchRuleList> {
  const { db, tenantId, clock } = deps;
  const [rows, drafts, counts] = await Promise.all([
    newestRules(db, tenantId),
    listDrafts(db, tenantId),
    countHitsByRule(db, tenantId, monthBefore(clock.now())),
  ]);
  const canWrite = can(session, 'rule:publish');
  const known = new Set(rows.map(({ ruleId }) => ruleId));
  const fresh = canWrite ? drafts.filter(({ ruleId }) => !known.has(ruleId)) : [];
  const versions = [...rows, ...fresh.map(unpublished)].filter((row) => isFor(row, session));
  return {
    canWrite,
    rows: versions.map((version) => ({
      ...ruleRow(version, language),
      hasDraft: canWrite && drafts.some(({ ruleId }) => ruleId === version.ruleId),
      hits: counts.get(version.ruleId) ?? 0,
    })),
  };
}

function isFor({ definition }: Pick<RuleVersion, 'definition'>, session: Session): boolean {
  return definition.kind !== 'anomaly' || isSupervisor(session);
}

/** A copy that was never published, shown as version 0. */
function unpublished({ ruleId, definition, authorId, changedAt }: RuleDraft): RuleVersion {
  return {
    ruleId,
    version: 0,
    act: 'published',
    definition,
    source: 'county',
    authorId,
    publisherId: null,
    publisherName: null,
    reason: '',
    basis: null,
    publishedAt: changedAt,
  };
}

function ruleRow(
  { ruleId, version, act, source, definition }: RuleVersion,
  language: Language,
): Omit<WatchRuleRow, 'hasDraft' | 'hits'> {
  const { name, nameEn, kind, light, each, isByLaw = false } = definition;
  const told = language === 'en' ? (nameEn ?? name) : name;
  return { ruleId, name: told, kind, light, each, version, act, source, isByLaw };
}

/** A rule with every version of it, and the next one where it is being written. */
export async function viewRule(
  deps: SupervisionDeps,
  session: Session,
  ruleId: string,
  language: Language,
): Promise<WatchRuleView | undefined> {
  const { db, tenantId, clock } = deps;
  const canWrite = can(session, 'rule:publish');
  const [versions, draft, choices, counts] = await Promise.all([
    ruleHistory(db, tenantId, ruleId),
    canWrite ? findDraft(db, tenantId, ruleId) : undefined,
    scopeChoices(deps),
    countHitsByRule(db, tenantId, monthBefore(clock.now())),
  ]);
  const newest = versions[0] ?? (draft && unpublished(draft));
  if (newest === undefined || !isFor(newest, session)) return undefined;
  const [made] = versions;
  const retirement =
    canWrite && made !== undefined ? await viewRetirement(deps, session, made) : undefined;
  return {
    ...ruleRow(newest, language),
    hasDraft: draft !== undefined,
    hits: counts.get(ruleId) ?? 0,
    definition: newest.definition,
    versions: versions.map(({ version, act, source, publisherName, reason, publishedAt }) => ({
      version,
      act,
      source,
      reason,
      at: publishedAt,
      ...given('by', publisherName ?? undefined),
    })),
    names: [...namesFor(draft?.definition.each ?? newest.definition.each)],
    today: civilDate(clock.now()),
    canWrite,
    scopes: scopesOf(newest.definition.each, choices),
    ...given('retirement', retirement),
    ...given('draft', draft && (await draftView(deps, session, draft, choices, language))),
  };
}

/** Organisations in the order of the tree, so that a department stands under what it belongs to. */
function scopesOf(each: string, { orgs, items }: ScopeChoices): WatchRuleView['scopes'] {
  const parts = scopesFor(each);
  const named = [...orgs.values()].map(({ id, name }) => ({ key: id, name }));
  return {
    hasKinds: parts.includes('lifecycles'),
    orgs: parts.includes('orgs') ? named.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : [],
    items: parts.includes('items') ? items.map(({ code, name }) => ({ key: code, name })) : [],
  };
}

async function draftView(
  deps: SupervisionDeps,
  session: Session,
  draft: RuleDraft,
  choices: ScopeChoices,
  language: Language,
): Promise<WatchDraftView> {
  const { db, tenantId } = deps;
  const { definition, authorId, authorName, changedAt, ruleId } = draft;
  const trial = await lastTrial(db, tenantId, ruleId);
  return {
    definition,
    author: authorName,
    isOwn: authorId === session.personId,
    changedAt,
    problems: ruleProblems(definition, choices, language),
    ...given('trial', trial && trialView(trial, definition, choices.orgs)),
    needsAnother: await needsAnother(deps, session, authorId),
  };
}

function trialView(
  { id, from, until, status, done, total, found, digest }: Trial,
  definition: WatchRuleFile,
  orgs: ReadonlyMap<string, DirectoryOrg>,
): WatchTrialView {
  const nameOf = (orgId: string): string => orgs.get(orgId)?.name ?? orgId;
  const sample = ({ orgId, facts, ...one }: TrialSample): WatchTrialSample => ({
    ...one,
    facts: [...facts],
    ...given('orgName', orgId === undefined ? undefined : nameOf(orgId)),
  });
  const { byOrg, samples, goneSamples, ...counts } = found;
  return {
    trialId: id,
    from,
    until,
    status,
    done,
    total,
    ...counts,
    byOrg: Object.entries(byOrg)
      .map(([orgId, hits]) => ({ name: nameOf(orgId), hits }))
      .toSorted((a, b) => b.hits - a.hits),
    samples: samples.map(sample),
    goneSamples: goneSamples.map(sample),
    isOfDraft: digest === definitionDigest(definition),
  };
}
