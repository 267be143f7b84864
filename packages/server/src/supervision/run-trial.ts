/**
 * A draft asked of past cases, and the version in force beside it. Page by page, each in a snapshot
 * of its own, so that a year of a county neither fills the memory nor holds a transaction open; the
 * place is written down after each page, and a job that died goes on from there.
 */
import { randomUUID } from 'node:crypto';
import { addDays, startOfDay, type PlainDate } from '@yichuang/kernel/time';
import {
  groupActivities,
  isGroupSubject,
  type WatchRule,
  type WatchScope,
} from '@yichuang/kernel/watch';
import { asWatchRule, membersOf, type WatchRuleFile } from '../catalogue/index.ts';
import type { JobPayload } from '../platform/jobs/index.ts';
import { activitiesBetween } from './activity-store.pg.ts';
import { compileRules, type CompiledRules } from './compile-rules.ts';
import { definitionDigest } from './definition-digest.ts';
import { factsOfCase } from './facts-of-case.ts';
import type { SupervisionDeps } from './hit-deps.ts';
import { reviewGroups } from './review-groups.ts';
import { newestRules } from './rule-store.pg.ts';
import { addFindings, NOTHING_FOUND, type TrialFindings } from './trial-findings.ts';
import {
  countCases,
  findTrial,
  insertTrial,
  pageOfCases,
  writeTrial,
  type Trial,
} from './trial-store.pg.ts';

export const TRIAL = 'watch-trial';

export interface TrialPayload extends JobPayload {
  readonly trialId: string;
}

const PAGE = 200;
/** Pages of one job; then it lets others have the worker. */
const PAGES_A_JOB = 50;

/** @returns the trial's id; its job begins when the transaction is committed */
export async function startTrial(
  { db, tenantId, clock, jobs }: SupervisionDeps,
  definition: WatchRuleFile,
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
  by: string,
): Promise<string> {
  const id = randomUUID();
  const isOfGroups = isGroupSubject(definition.each);
  const before = await inForceOf({ db, tenantId }, definition.id);
  const period = periodOf([definition, ...before], from, until);
  const total = isOfGroups ? 0 : await countCases(db, tenantId, period);
  const trial: Trial = {
    id,
    ruleId: definition.id,
    digest: definitionDigest(definition),
    definition,
    from,
    until,
    status: 'running',
    done: 0,
    total,
    afterId: null,
    found: NOTHING_FOUND,
  };
  await db.tx(async (tx) => {
    await insertTrial(tx, tenantId, trial, { by, at: clock.now() });
    await jobs.enqueueInTx(tx, TRIAL, { tenantId, trialId: id });
  });
  jobs.wake();
  return id;
}

/**
 * The cases of the draft's items and of those in force: what a narrower draft would no longer find
 * is among what it has to be tried on.
 */
function periodOf(
  asked: readonly { readonly scope?: WatchScope | undefined }[],
  from: PlainDate,
  until: PlainDate,
) {
  const scopes = asked.map(({ scope }) => scope?.items);
  const items = scopes.every((one) => one !== undefined) ? [...new Set(scopes.flat())] : undefined;
  return { from: startOfDay(from), until: startOfDay(addDays(until, 1)), items };
}

/** The version in force of a rule, if any. */
async function inForceOf(
  { db, tenantId }: Pick<SupervisionDeps, 'db' | 'tenantId'>,
  ruleId: string,
): Promise<WatchRule[]> {
  const newest = (await newestRules(db, tenantId)).find((row) => row.ruleId === ruleId);
  return newest?.act === 'published' ? [asWatchRule(newest.definition, newest.version)] : [];
}

/** Goes on with a trial where it stands; one that is done is left as it is. */
export async function runTrial(deps: SupervisionDeps, trialId: string): Promise<void> {
  const { db, tenantId, clock, jobs } = deps;
  const found = await findTrial(db, tenantId, trialId);
  if (found === undefined || found.status !== 'running') return;
  const asked = await askedRules(deps, found.definition);
  if (isGroupSubject(found.definition.each)) {
    const findings = await tryGroups(deps, found, asked);
    const done: Trial = { ...found, status: 'done', found: findings };
    return writeTrial(db, tenantId, done, clock.now());
  }
  let trial = found;
  for (let n = 0; n < PAGES_A_JOB && trial.status === 'running'; n += 1) {
    trial = await tryPage(deps, trial, asked);
    await writeTrial(db, tenantId, trial, trial.status === 'done' ? clock.now() : null);
  }
  if (trial.status !== 'running') return;
  await db.tx((tx) => jobs.enqueueInTx(tx, TRIAL, { tenantId, trialId }));
  jobs.wake();
}

interface Asked {
  readonly draft: CompiledRules;
  readonly inForce: CompiledRules;
  readonly reads: readonly string[];
}

async function askedRules(deps: SupervisionDeps, definition: WatchRuleFile): Promise<Asked> {
  const before = await inForceOf(deps, definition.id);
  const { members } = membersOf(definition.when);
  return {
    draft: compileRules([asWatchRule(definition, (before[0]?.version ?? 0) + 1)]),
    inForce: compileRules(before),
    reads: members.flatMap((name) => (name.startsWith('it.') ? [name.slice(3)] : [])),
  };
}

const NO_ID = '00000000-0000-0000-0000-000000000000';

async function tryPage(deps: SupervisionDeps, trial: Trial, asked: Asked): Promise<Trial> {
  const { db, tenantId, clock } = deps;
  const period = periodOf([trial.definition, ...asked.inForce.rules], trial.from, trial.until);
  const after = trial.afterId ?? NO_ID;
  const page = await db.tx((tx) => pageOfCases(tx, tenantId, period, after, PAGE), {
    isolation: 'repeatable read',
  });
  const at = clock.now();
  let { found } = trial;
  for (const { state, events } of page) {
    const facts = await factsOfCase(deps, state, events, at);
    const compared = {
      draft: asked.draft.evaluateCase(facts),
      inForce: asked.inForce.evaluateCase(facts),
      isShown: facts.subjects.case[0]?.facts['isWithheld'] !== true,
    };
    found = addFindings(found, compared, asked.reads);
  }
  const status = page.length < PAGE ? 'done' : 'running';
  const afterId = page.at(-1)?.id ?? trial.afterId;
  return { ...trial, status, afterId, found, done: trial.done + page.length };
}

async function tryGroups(
  deps: SupervisionDeps,
  { definition, from, until }: Trial,
  { draft, inForce, reads }: Asked,
): Promise<TrialFindings> {
  if (!isGroupSubject(definition.each)) return NOTHING_FOUND;
  const { db, tenantId } = deps;
  const groups =
    definition.each === 'review-day'
      ? await reviewGroups(deps, db, { from, until })
      : groupActivities(definition.each, await activitiesBetween(db, tenantId, from, until));
  const compared = {
    draft: draft.evaluateGroups(groups),
    inForce: inForce.evaluateGroups(groups),
    isShown: true,
  };
  return addFindings(NOTHING_FOUND, compared, reads);
}
