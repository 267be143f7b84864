import { addMs, civilDate, type Instant } from '@yichuang/kernel/time';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { moveClock } from '../demo/index.ts';
import { inventedForm } from '../designer/index.ts';
import { cookieName, type App } from '../platform/http/index.ts';
import { findAccountOf, type Caller, type LoadCounty } from '../trial/index.ts';
import type { Parts } from './assemble.ts';
import { moveSite } from './move-site.ts';

const PAGE_RULE = { accept: ['image/jpeg'], maxBytes: 512 * 1024 } as const;

/** An open trial as its invented people use it: by injection, with sessions of their own. */
export function loadCounty(parts: Parts, app: App, until: Instant): LoadCounty {
  const { deps, pack, people, clock } = parts;
  const { db, tenantId: trialId } = deps;
  const { calendar } = deps.statutes;
  const wholes = new Set(pack.bundles.map(({ itemCode }) => itemCode));
  const staff = new Map<string, Promise<Caller>>();
  const page = blankPage().then(async (bytes) => {
    const stored = await parts.files.put(Readable.from([bytes]), PAGE_RULE, 'system');
    if (!stored.ok) throw new Error(`the invented page was refused: ${stored.refusal.code}`);
    return stored.file.sha256;
  });
  return {
    db,
    trialId,
    calendar,
    until,
    // The whole of a bundle asks its questions on a page of its own.
    items: pack.items.filter(({ code, lifecycle }) => lifecycle === undefined && !wholes.has(code)),
    now: () => clock.now(),
    moveBy: (ms) => moveInLoad(parts, ms),
    formOf: (item) =>
      inventedForm(item, {
        today: civilDate(clock.now()),
        orgId: pack.organisations[0]?.id ?? '',
        calendar,
      }),
    async resident({ phone, name, idNumber, address }) {
      const personId = await people.persons.ofPhone(phone);
      await people.persons.completeProfile(personId, { kind: 'natural', name, idNumber });
      const sha256 = await page;
      await parts.draftStore.recordUpload(personId, sha256, clock.now());
      const login = { kind: 'resident', personId } as const;
      const token = await people.sessions.start(login, { ip: address, userAgent: 'trial' });
      return { caller: callerOf(app, 'resident', token, name, address), personId, page: sha256 };
    },
    staff(personId) {
      const known = staff.get(personId) ?? staffCaller(parts, app, personId);
      staff.set(personId, known);
      return known;
    },
  };
}

/** Days are closed and items come into force once a day; the timekeeper looks each time. */
async function moveInLoad(parts: Parts, ms: number): Promise<void> {
  const { clock, deps, movable, timekeeper } = parts;
  const now = clock.now();
  const isSameDay = civilDate(now) === civilDate(addMs(now, ms));
  if (movable === undefined || !isSameDay) return moveSite(parts, { ms });
  await moveClock(movable, deps.statutes.calendar, timekeeper, { ms });
}

async function staffCaller({ deps, people }: Parts, app: App, personId: string): Promise<Caller> {
  const account = await findAccountOf(deps.db, deps.tenantId, personId);
  if (account === undefined) throw new Error(`nobody of the trial is ${personId}`);
  const login = { kind: 'staff', personId, accountId: account.id } as const;
  const origin = { ip: '127.0.0.1', userAgent: 'trial' };
  const token = await people.sessions.start(login, origin);
  return callerOf(app, 'staff', token, account.name, origin.ip);
}

function callerOf(
  app: App,
  kind: 'resident' | 'staff',
  token: string,
  name: string,
  remoteAddress: string,
): Caller {
  const cookie = `${cookieName(kind, app.isSecure, app.isTrial)}=${token}`;
  return {
    name,
    async ask(method, url, payload) {
      const headers = { cookie, 'idempotency-key': randomUUID() };
      const answer = await app.inject({
        method,
        url,
        headers,
        remoteAddress,
        ...(payload === undefined ? {} : { payload }),
      });
      return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
    },
  };
}

/** An A4 page of 794 × 1123 pixels, well under what any material allows. */
function blankPage(): Promise<Buffer> {
  const background = { r: 252, g: 251, b: 247 };
  return sharp({ create: { width: 794, height: 1123, channels: 3, background } })
    .jpeg({ quality: 60 })
    .toBuffer();
}
