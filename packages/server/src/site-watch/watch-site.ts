/** What the jobs do: ask the pages, look over them, and note which criterion has turned. */
import type { SiteWatch } from '@yichuang/contracts';
import { addMs, civilDate, instantMs } from '@yichuang/kernel/time';
import { appendJournal } from '../ledger/index.ts';
import { askPage } from './ask-page.ts';
import { crawlSite } from './crawl-site.ts';
import { measureSite } from './measure-site.ts';
import { missingElements } from './missing-elements.ts';
import {
  currentItems,
  dropProbes,
  insertProbe,
  listFindings,
  noteLook,
  readStates,
  replaceFindings,
  writeState,
  type FindingRow,
} from './site-store.pg.ts';
import type { SiteWatchDeps } from './site-watch-deps.ts';

/** Twice an hour: 48 a day, where the inspection asks 20 times. */
export const PROBING_TIME = '13,43 * * * *';
/** 02:50 in Shanghai. */
export const LOOKING_TIME = '50 18 * * *';

const KEPT_MS = 90 * 86_400_000;
const PROBED = ['/', '/items'] as const;
const MOST_SHOWN = 100;
const DAY_MS = 86_400_000;

/** Asks the pages that everybody comes by. */
export async function probeSite(deps: SiteWatchDeps): Promise<void> {
  const { db, tenantId, clock, publicUrl } = deps;
  for (const path of PROBED) {
    const { status, ms } = await askPage(new URL(path, publicUrl).href);
    await insertProbe(db, tenantId, { at: clock.now(), path, status, ms });
  }
  await dropProbes(db, tenantId, addMs(clock.now(), -KEPT_MS));
  await noteTurns(deps);
}

/** Follows the links, reads the guides, and keeps what was found with its first day. */
export async function lookOverSite(deps: SiteWatchDeps): Promise<void> {
  const { db, tenantId, clock, publicUrl, mostPages } = deps;
  const now = clock.now();
  const today = civilDate(now);
  const night = Math.floor(instantMs(now) / DAY_MS);
  const { dead } = await crawlSite(publicUrl, night, mostPages);
  const links = dead.map(({ path, from }) => ({
    kind: 'dead-link' as const,
    place: path,
    name: path,
    detail: [...from],
  }));
  const guides: FindingRow[] = [];
  for await (const item of currentItems(db, tenantId)) {
    const detail = missingElements(item);
    const place = `/items/${encodeURIComponent(item.code)}`;
    if (detail.length > 0)
      guides.push({ kind: 'incomplete-guide', place, name: item.name, detail });
  }
  await db.tx(async (tx) => {
    await replaceFindings(tx, tenantId, 'dead-link', links, today);
    await replaceFindings(tx, tenantId, 'incomplete-guide', guides, today);
    await noteLook(tx, tenantId, today, now);
  });
  await noteTurns(deps);
}

/** Since when, for the page; and in the journal, so that no red week can be made green later. */
async function noteTurns(deps: SiteWatchDeps): Promise<void> {
  const { db, tenantId, clock } = deps;
  const at = clock.now();
  await db.tx(async (tx) => {
    const { items } = await measureSite(deps, tx);
    const known = await readStates(tx, tenantId);
    const turned = items.filter(({ id, light }) => known.get(id)?.light !== light);
    for (const { id, light } of turned) await writeState(tx, tenantId, id, light, at);
    if (turned.length === 0) return;
    const actor = {
      kind: 'system',
      personId: 'system',
      name: 'system',
      rule: 'site-watch',
    } as const;
    const entries = turned.map(({ id, light, value }) => ({
      type: 'SiteItemTurned',
      actor,
      data: { item: id, light, value },
      at,
    }));
    await appendJournal(tx, tenantId, 'site-watch', entries);
  });
}

/** As it stands now. */
export async function readSiteWatch(deps: SiteWatchDeps): Promise<SiteWatch> {
  const { db, tenantId } = deps;
  const [{ items, findings }, states, listed] = await Promise.all([
    measureSite(deps, db),
    readStates(db, tenantId),
    listFindings(db, tenantId, MOST_SHOWN),
  ]);
  const { lookedOn, deadLinks, incompleteGuides } = findings;
  return {
    items: items.map((item) => {
      const state = states.get(item.id);
      return state?.light === item.light ? { ...item, since: state.since } : item;
    }),
    findings: listed,
    counts: { deadLinks, incompleteGuides },
    ...(lookedOn === null ? {} : { lookedOn }),
  };
}
