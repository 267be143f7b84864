import type { WatchEvidence, WatchHitView } from '@yichuang/contracts';
import { given, isUuid } from '../cases/index.ts';
import { asWatchRule, membersOf } from '../catalogue/index.ts';
import { readJournal } from '../ledger/index.ts';
import { can } from '../people/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Language } from '../platform/refusal.ts';
import { findEvidence, findHit, type EvidenceRow, type HitRow } from './find-hits.pg.ts';
import type { SupervisionDeps } from './hit-deps.ts';
import { hitScopeOf } from './hit-scope.ts';
import { hitRow } from './list-hits.ts';
import { ORDER_NOT_ISSUED } from './order-hits.ts';
import { hitStream } from './record-hits.ts';
import { orderNotIssued } from './refusals.messages.ts';
import { riskRules } from './risk-rules.ts';
import { ruleNames } from './rule-names.ts';
import { ruleHistory } from './rule-store.pg.ts';

/** So many characters of a hash tell one event from all others of a county. */
const CODE_LENGTH = 12;

/** A hit with the events that it rests on; undefined where the session sees none of that id. */
export async function viewHit(
  deps: SupervisionDeps,
  session: Session,
  hitId: string,
  language: Language,
): Promise<WatchHitView | undefined> {
  const { db, tenantId } = deps;
  if (!isUuid(hitId)) return undefined;
  const scope = hitScopeOf(session);
  const row = await findHit(db, tenantId, scope, hitId);
  if (row === undefined) return undefined;
  const readers = await deps.desk.readerKeys(session);
  const [orgs, names, found, rule, history] = await Promise.all([
    deps.directory.orgs(),
    ruleNames(deps, language),
    findEvidence(db, tenantId, scope, row.evidence, readers),
    ruleOf(deps, row),
    readJournal(db, tenantId, hitStream(hitId)),
  ]);
  return {
    ...hitRow(row, { orgs, names, language }),
    canOpenCase: found.some(({ case_id: id, can_open: is }) => id === row.case_id && is),
    rule: rule.told,
    facts: rule.reads.map((name) => ({ name, value: row.facts[name] ?? null })),
    evidence: found.map((event) => evidenceOf(event, row)),
    history: history.map(({ at, actor, type, data, hash }) => {
      const { status, reason } = data as Pick<WatchHitView['history'][number], 'status' | 'reason'>;
      return {
        at,
        by: actor.kind === 'system' ? 'system' : actor.name,
        type,
        code: hash.slice(0, CODE_LENGTH),
        ...given('status', status),
        ...given('reason', reason === ORDER_NOT_ISSUED ? orderNotIssued[language] : reason),
      };
    }),
    ...given('orderCaseId', row.order_case_id ?? undefined),
    canAct: can(session, 'supervision:act') && !isAbout(row, session),
  };
}

/** Nobody acts on what was found about themselves. */
export function isAbout({ people }: Pick<HitRow, 'people'>, { personId }: Session): boolean {
  return people.some((person) => person.personId === personId);
}

function evidenceOf(event: EvidenceRow, { evidence }: HitRow): WatchEvidence {
  const then = evidence.find(({ caseId, seq }) => caseId === event.case_id && seq === event.seq);
  return {
    caseId: event.case_id,
    number: event.number,
    seq: event.seq,
    at: event.at,
    type: event.type,
    by: event.by,
    ...given(
      'words',
      event.can_open && event.words !== '' ? (event.words ?? undefined) : undefined,
    ),
    code: (then?.hash ?? '').slice(0, CODE_LENGTH),
    isUnchanged: then?.hash === event.hash,
  };
}

/** The version that hit, with the values that its condition read. */
async function ruleOf({ db, tenantId, data }: SupervisionDeps, row: HitRow) {
  const [base = ''] = row.rule_id.split('@');
  const versions = await ruleHistory(db, tenantId, base);
  const version = versions.find((one) => one.version === row.rule_version);
  if (version === undefined) throw new Error(`rule ${base} has no version ${row.rule_version}`);
  const plain = asWatchRule(version.definition, version.version);
  const ofPoint = riskRules(data.riskPoints, [plain]).find(({ id }) => id === row.rule_id);
  const { when, each, basis, parameters = {}, riskPoint } = ofPoint ?? plain;
  const reads = membersOf(when).members.flatMap((name) =>
    name.startsWith('it.') ? [name.slice(3)] : [],
  );
  return {
    reads: reads.filter((name) => name in row.facts),
    told: {
      when,
      each,
      basis: [...basis],
      parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
      ...given('riskPoint', riskPoint),
    },
  };
}
