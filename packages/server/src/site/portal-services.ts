/** The portal's interface, answered by the slices. Nothing is decided here. */
import type { PortalServices } from '@yichuang/portal';
import { findLimitRule, type Instant } from '@yichuang/kernel/time';
import {
  browseDepartments,
  browseThemes,
  listLifeEvents,
  searchItems,
} from '../catalogue/index.ts';
import { checkCertificate } from '../certificates/index.ts';
import { readHeadOfDay, readHeads, readRoot, readRoots } from '../ledger/index.ts';
import { addressKey } from '../platform/rate-limit/index.ts';
import { readItemFile } from './item-files.ts';
import { readItemRecord, readLiveRecord } from './live-record.pg.ts';
import { bundleServices } from './portal-bundles.ts';
import { caseServices } from './portal-cases.ts';
import { draftServices } from './portal-drafts.ts';
import { letterServices } from './portal-letters.ts';
import { reviewServices } from './portal-reviews.ts';
import { createGrant, portalRefusal } from './portal-refusals.ts';
import type { SiteDeps } from './site-deps.ts';

export function createPortalServices(deps: SiteDeps): PortalServices {
  return {
    ...countyServices(deps),
    ...personServices(deps),
    ...bundleServices(deps),
    ...draftServices(deps),
    ...caseServices(deps),
    ...checkServices(deps),
    ...(deps.reviews.reviewData === undefined ? {} : { reviews: reviewServices(deps) }),
    ...(hasLetters(deps) ? { letters: letterServices(deps) } : {}),
  };
}

/** Whether a pack brings ways to write in. */
function hasLetters({ pack }: SiteDeps): boolean {
  return pack.items.some(({ lifecycle }) => lifecycle === 'letter');
}

type CountyPart = Pick<
  PortalServices,
  | 'county'
  | 'isDemo'
  | 'isTrial'
  | 'now'
  | 'liveRecord'
  | 'statistics'
  | 'themes'
  | 'lifeEvents'
  | 'departments'
  | 'findItems'
  | 'findItem'
  | 'itemFile'
  | 'orgName'
  | 'postNames'
  | 'limitRules'
  | 'itemRecord'
>;

function countyServices({ cases, pack, rules, isDemo, isTrial, statistics }: SiteDeps): CountyPart {
  const { db, tenantId, clock, directory } = cases;
  return {
    county: {
      name: pack.tenant.name,
      nameEn: pack.tenant.nameEn,
      phone: pack.servicePhone,
    },
    isDemo,
    isTrial,
    now: () => clock.now(),
    liveRecord: () => readLiveRecord(db, tenantId, clock.now()),
    statistics,
    themes: () => browseThemes(db, tenantId, pack),
    lifeEvents: async () => listLifeEvents(pack),
    departments: () => browseDepartments(db, tenantId),
    findItems: (query) => searchItems(db, tenantId, query, pack),
    async findItem(code, version) {
      const item = await cases.findItem(code, version);
      return item?.lifecycle === undefined ? item : undefined;
    },
    itemFile: (code, file) => readItemFile(cases, pack, code, file),
    orgName: async (orgId) => (await directory.org(orgId))?.name ?? orgId,
    async postNames(ids) {
      const posts = await directory.posts();
      return Object.fromEntries(ids.map((id) => [id, posts.get(id)?.name ?? id]));
    },
    async limitRules(ids) {
      const found = ids.flatMap((id) => findLimitRule(rules, id) ?? []);
      return Object.fromEntries(found.map((rule) => [rule.id, rule]));
    },
    itemRecord: (code) => readItemRecord(db, tenantId, code),
  };
}

type PersonPart = Pick<
  PortalServices,
  'session' | 'requestCode' | 'logIn' | 'logOut' | 'identify' | 'inbox' | 'markRead'
>;

function personServices(deps: SiteDeps): PersonPart {
  const { people, notices, sessionHours } = deps;
  const grant = createGrant(deps.refusals);
  return {
    async session(token) {
      if (token === undefined) return undefined;
      const session = await people.sessions.find(token);
      if (session?.kind !== 'resident') return undefined;
      const profile = await people.persons.profile(session.personId);
      return {
        personId: session.personId,
        name: profile.name ?? '',
        phoneMasked: profile.phoneMasked ?? '',
        isIdentified: profile.isComplete,
      };
    },
    async requestCode(phone, visitor) {
      grant(await people.residentLogin.requestCode(phone, visitor));
    },
    async logIn(phone, code, visitor) {
      const { token } = grant(await people.residentLogin.logIn(phone, code, visitor));
      return { token, maxAgeSeconds: sessionHours * 3600 };
    },
    async logOut(token) {
      const session = await people.sessions.find(token);
      if (session !== undefined) await people.sessions.revoke(session, session.id);
    },
    async identify(personId, { name, idNumber }) {
      const profile = { kind: 'natural', name, idNumber } as const;
      grant(await people.persons.completeProfile(personId, profile));
    },
    async inbox(personId) {
      const messages = await notices.inbox(personId, { limit: 50 });
      return messages.map(({ id, at, subject, body, caseId, isRead }) => ({
        id,
        at: at as Instant,
        title: subject,
        text: body,
        isRead,
        ...(caseId === undefined ? {} : { caseId }),
      }));
    },
    markRead: (personId, noticeId) => notices.markRead(personId, noticeId),
  };
}

type CheckPart = Pick<
  PortalServices,
  'ledgerRoots' | 'ledgerHeads' | 'ledgerDay' | 'checkCertificate' | 'demoMessages' | 'moveClock'
>;

/** Looks at certificates from one address: a shop's inspector may check a street of them. */
const CHECK_RATE = { limit: 120, windowMs: 15 * 60_000 };

/** Days on the page of roots; older ones are in the API. */
const SHOWN_ROOTS = 60;

function checkServices(deps: SiteDeps): CheckPart {
  const { cases, limiter, notices, refusals } = deps;
  return {
    ledgerRoots: () => readRoots(cases.db, cases.tenantId, { limit: SHOWN_ROOTS }),
    ledgerHeads: () => readHeads(cases.db, cases.tenantId, { limit: SHOWN_ROOTS }),
    async ledgerDay(day) {
      const [root, head] = await Promise.all([
        readRoot(cases.db, cases.tenantId, day),
        readHeadOfDay(cases.db, cases.tenantId, day),
      ]);
      return { ...(root && { root }), ...(head && { head }) };
    },
    async checkCertificate(numberOrId, visitor) {
      const key = `certificate-page ${addressKey(cases, visitor.ip)}`;
      const taken = await limiter.take(key, CHECK_RATE);
      if (!taken.ok) throw portalRefusal(refusals, [taken.refusal]);
      return checkCertificate(deps.certificates, numberOrId);
    },
    async demoMessages() {
      const messages = await notices.demoMessages();
      return messages.map(({ sentAt, channel, address, body }) => ({
        at: sentAt as Instant,
        channel,
        to: address,
        text: body,
      }));
    },
    moveClock: (move) => deps.moveClock(move),
  };
}
