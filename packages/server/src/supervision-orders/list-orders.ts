import type { CaseOrders, OrderPage, OrderQuery, OrderRow } from '@yichuang/contracts';
import { hasEnded, type CaseState } from '@yichuang/kernel/case';
import { indexFlow } from '@yichuang/kernel/flow';
import { civilDate, remainingWorkingDays, type Instant } from '@yichuang/kernel/time';
import { given, readPlace, writePlace, type DirectoryOrg } from '../cases/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Language } from '../platform/refusal.ts';
import {
  countOrders,
  listOrderRows,
  ordersAbout,
  unitsWithOrders,
  type ListedOrder,
} from './order-rows.pg.ts';
import { ENDED, ORDER_ITEM, orderFacts, orderSteps } from './order-row.ts';
import { orderTexts } from './orders.messages.ts';
import type { SuggestDeps } from './suggest-order.ts';

const USUAL = 30;

/** Newest first, key-set paged. */
export async function listOrders(
  deps: SuggestDeps,
  session: Session,
  query: OrderQuery,
  language: Language,
): Promise<OrderPage> {
  const { db, tenantId } = deps;
  const at = deps.clock.now();
  const { cursor, limit = USUAL, ...filter } = query;
  const after = readPlace(cursor);
  const [orgs, keys] = await Promise.all([deps.directory.orgs(), deps.desk.readerKeys(session)]);
  const place = { ...filter, ...given('after', after) };
  const [rows, counts, units] = await Promise.all([
    listOrderRows(db, tenantId, place, { at, keys, most: limit + 1 }),
    after === undefined ? countOrders(db, tenantId, at) : undefined,
    after === undefined ? unitsWithOrders(db, tenantId) : undefined,
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const names = await stageNames(deps, page, language);
  return {
    rows: page.map((row) => rowOf(deps, row, at, { orgs, stageName: names })),
    ...given('nextCursor', last && writePlace({ at: last.opened_at, caseId: last.case_id })),
    ...given('counts', counts),
    ...given(
      'units',
      units?.map((id) => ({ id, name: orgs.get(id)?.name ?? id })),
    ),
  };
}

type StageName = (version: number, stage: string) => string;

async function stageNames(
  deps: SuggestDeps,
  rows: readonly { readonly item_version: number }[],
  language: Language,
): Promise<StageName> {
  const versions = [...new Set(rows.map(({ item_version }) => item_version))];
  const items = new Map(
    await Promise.all(
      versions.map(async (version) => [version, await deps.findItem(ORDER_ITEM, version)] as const),
    ),
  );
  return (version, stage) => {
    if (stage === ENDED) return orderTexts[language].ended;
    const flow = items.get(version)?.flow;
    const node = flow === undefined ? undefined : indexFlow(flow).get(stage)?.node;
    return (language === 'en' ? node?.nameEn : undefined) ?? node?.name ?? stage;
  };
}

function rowOf(
  { statutes }: SuggestDeps,
  row: ListedOrder,
  at: Instant,
  names: { readonly orgs: ReadonlyMap<string, DirectoryOrg>; readonly stageName: StageName },
): OrderRow {
  const dueOn = row.stage === ENDED ? undefined : (row.due_on ?? undefined);
  return {
    caseId: row.case_id,
    number: row.number,
    subject: row.subject,
    unitId: row.unit_id,
    unitName: names.orgs.get(row.unit_id)?.name ?? row.unit_id,
    source: row.source as OrderRow['source'],
    stage: row.stage,
    stageName: names.stageName(row.item_version, row.stage),
    rounds: row.rounds,
    light: lightOf(row, at),
    ...given('dueOn', dueOn),
    ...given(
      'remainingDays',
      dueOn && remainingWorkingDays(statutes.calendar, civilDate(at), dueOn),
    ),
    openedAt: row.opened_at,
    ...given('closedAt', row.closed_at ?? undefined),
    ...given('liability', row.liability ?? undefined),
    ...given('points', row.points === null ? undefined : Number(row.points)),
    canOpen: row.can_open,
  };
}

function lightOf(
  { stage, warn_at, overdue_at }: ListedOrder,
  at: Instant,
): 'green' | 'yellow' | 'red' | 'grey' {
  if (stage === ENDED || warn_at === null || overdue_at === null) return 'grey';
  if (overdue_at <= at) return 'red';
  return warn_at <= at ? 'yellow' : 'green';
}

/**
 * The orders about a case, for who may read the case: supervisors all of them, the unit those that
 * were sent to it. Others are not told.
 */
export async function ordersOfCase(
  deps: SuggestDeps,
  session: Session,
  caseId: string,
  language: Language,
): Promise<CaseOrders> {
  const ids = await ordersAbout(deps.db, deps.tenantId, caseId);
  const found = await Promise.all(ids.map((id) => deps.cases.find(id)));
  const shown = await Promise.all(
    found.map(async (order) => {
      if (order === undefined) return [];
      const { state } = order;
      const canOpen = (await deps.desk.readable(session, state.caseId)) !== undefined;
      if (!canOpen && !isSentTo(session, state)) return [];
      const { stage } = orderFacts(state);
      const names = await stageNames(deps, [{ item_version: state.itemVersion }], language);
      const subject = state.form['subject'];
      return [
        {
          caseId: state.caseId,
          number: state.number,
          subject: typeof subject === 'string' ? subject : '',
          stage,
          stageName: names(state.itemVersion, stage),
          canOpen,
        },
      ];
    }),
  );
  return shown.flat();
}

/** Its people know of it once it has been issued; a draft is the supervisors' own. */
function isSentTo({ posts }: Session, state: CaseState): boolean {
  const unit = state.form['unit'];
  const isIssued = state.marking.nodes[orderSteps.sign] !== undefined;
  if (typeof unit !== 'string' || !(isIssued || hasEnded(state))) return false;
  return posts.some(({ orgId }) => orgId === unit || orgId.startsWith(`${unit}/`));
}
