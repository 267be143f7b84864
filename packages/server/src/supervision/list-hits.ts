import type { WatchHitPage, WatchHitQuery, WatchHitRow } from '@yichuang/contracts';
import { given, readPlace, writePlace, type DirectoryOrg } from '../cases/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Language } from '../platform/refusal.ts';
import {
  countHits,
  findHits,
  itemsOfHits,
  peopleOfHits,
  type HitCount,
  type HitRow,
} from './find-hits.pg.ts';
import type { SupervisionDeps } from './hit-deps.ts';
import { hitScopeOf, type HitScope } from './hit-scope.ts';
import { ruleNames } from './rule-names.ts';

const USUAL = 50;

/** Hits that the session may see, newest first, with what the list can be narrowed to. */
export async function listHits(
  deps: SupervisionDeps,
  session: Session,
  query: WatchHitQuery,
  language: Language,
): Promise<WatchHitPage> {
  const { db, tenantId, directory } = deps;
  const { cursor, limit = USUAL, orgId, ...rest } = query;
  const scope = hitScopeOf(session);
  const place = readPlace(cursor);
  const after = place && { at: place.at, id: place.caseId };
  const [orgs, names] = await Promise.all([directory.orgs(), ruleNames(deps, language)]);
  const filter = {
    ...rest,
    ...given('orgIds', orgId === undefined ? undefined : below(orgs, orgId)),
  };
  const [rows, choices] = await Promise.all([
    findHits(db, tenantId, scope, filter, { after, most: limit + 1 }),
    after === undefined ? choicesFor(deps, scope, orgs) : undefined,
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    rows: page.map((row) => hitRow(row, { orgs, names, language })),
    ...given('nextCursor', last && writePlace({ at: last.found_at, caseId: last.id })),
    ...given('choices', choices),
  };
}

interface Words {
  readonly orgs: ReadonlyMap<string, DirectoryOrg>;
  readonly names: (ruleId: string) => string;
  readonly language: Language;
}

export function hitRow(row: HitRow, { orgs, names, language }: Words): WatchHitRow {
  return {
    hitId: row.id,
    ruleId: row.rule_id,
    ruleVersion: row.rule_version,
    ruleName: names(row.rule_id),
    kind: row.kind,
    light: row.light,
    status: row.status,
    isMarked: row.is_marked,
    says: (language === 'en' ? row.says_en : null) ?? row.says,
    // Older hits name the system, where it did what the law attaches to silence.
    people: row.people
      .filter(({ personId }) => personId !== 'system')
      .map(({ personId, name }) => ({ personId, name })),
    at: row.at,
    foundAt: row.found_at,
    ...given('caseId', row.case_id ?? undefined),
    ...given('number', row.number ?? undefined),
    ...given('itemCode', row.item_code ?? undefined),
    ...given('itemName', row.item_name ?? undefined),
    ...given('orgId', row.org_id ?? undefined),
    ...given('orgName', row.org_id === null ? undefined : orgs.get(row.org_id)?.name),
  };
}

function below(orgs: ReadonlyMap<string, DirectoryOrg>, orgId: string): string[] {
  return [...orgs.keys()].filter((id) => id === orgId || id.startsWith(`${orgId}/`));
}

async function choicesFor(
  { db, tenantId }: SupervisionDeps,
  scope: HitScope,
  orgs: ReadonlyMap<string, DirectoryOrg>,
): Promise<NonNullable<WatchHitPage['choices']>> {
  const [counts, items, people] = await Promise.all([
    countHits(db, tenantId, scope),
    itemsOfHits(db, tenantId, scope),
    peopleOfHits(db, tenantId, scope),
  ]);
  const sums = (keyOf: (one: HitCount) => string | null) => {
    const found = new Map<string, number>();
    for (const one of counts) {
      const key = keyOf(one);
      if (key !== null) found.set(key, (found.get(key) ?? 0) + one.hits);
    }
    return [...found]
      .map(([key, hits]) => ({ key, name: orgs.get(key)?.name ?? key, hits }))
      .toSorted((a, b) => b.hits - a.hits || (a.key < b.key ? -1 : 1));
  };
  return {
    kinds: sums(({ kind }) => kind),
    lights: sums(({ light }) => light),
    statuses: sums(({ status }) => status),
    orgs: sums(({ org_id }) => org_id),
    items,
    people,
  };
}
