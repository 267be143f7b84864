/** A county in which services are reviewed: the whole program, asked by injection. */
import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { CaseView, ReviewReport, ReviewWork, VisitInvitation } from '@yichuang/contracts';
import { openLetterSite, type LetterSite } from '../assembly/testing-letters.ts';
import { contextOf, receiveNewCase } from '../cases/index.ts';
import { followReviewed } from './follow-reviewed.ts';
import { openInvitationOf } from './invitations.ts';

const ITEM_NAME = '房屋建筑工程竣工验收备案';

export interface ReviewSite extends LetterSite {
  /** A visit at the window of this member of staff that has just ended. */
  visit(name?: string): Promise<VisitInvitation & { readonly token: string }>;
  /** An online case that somebody filed and that is over; its invitation's token. */
  servedOnline(phone: string): Promise<{ readonly caseId: string; readonly token: string }>;
  review(token: string, body: object, ip?: string): Promise<LightMyRequestResponse>;
  openWork(): Promise<ReviewWork[]>;
  doneWork(): Promise<ReviewWork[]>;
  /** One touch on a screen of a window, by nobody who is logged in; the page that follows. */
  touch(screenPath: string, level: number): Promise<string>;
  /** The clock goes on by so many seconds. */
  wait(seconds: number): Promise<void>;
  /** As the office reads it: up to this minute. */
  officeReport(): Promise<ReviewReport>;
  /** Seven days on: what was said until now is settled. */
  nextWeek(): Promise<void>;
}

export async function openReviewSite(): Promise<ReviewSite> {
  const site = await openLetterSite();
  let reviewers = 0;
  const work = async (which: 'open' | 'done'): Promise<ReviewWork[]> => {
    const office = await site.staff('hao.ping');
    const answer = await office.send('GET', `/api/reviews/work?which=${which}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  return {
    ...site,
    async visit(name = 'duan.ruoxi') {
      const clerk = await site.staff(name);
      const answer = await clerk.send('POST', '/api/reviews/visits', {});
      expect(answer.statusCode, answer.body).toBe(201);
      const visit = answer.json<VisitInvitation>();
      return { ...visit, token: visit.link.split('/').at(-1) ?? '' };
    },
    servedOnline: (phone) => servedOnline(site, phone),
    async review(token, body, ip) {
      reviewers += 1;
      const url = `/api/public/reviews/invitations/${token}`;
      // Each from an address of its own: how often one may try is tested by itself.
      const remoteAddress = ip ?? `10.1.${reviewers >> 8}.${reviewers & 255}`;
      return site.app.inject({ method: 'POST', url, payload: body, remoteAddress });
    },
    openWork: () => work('open'),
    doneWork: () => work('done'),
    async touch(screenPath, level) {
      const answer = await site.app.inject({
        method: 'POST',
        url: screenPath,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: `level=${String(level)}`,
      });
      return answer.body;
    },
    async wait(seconds) {
      await site.parts.movable?.moveForward(seconds * 1000);
    },
    async officeReport() {
      const office = await site.staff('hao.ping');
      return (await office.send('GET', '/api/reviews/figures')).json();
    },
    async nextWeek() {
      await site.parts.movable?.moveForward(7 * 86_400_000);
    },
  };
}

async function servedOnline(site: LetterSite, phone: string) {
  const { parts } = site;
  const item = parts.pack.items.find(({ name }) => name === ITEM_NAME);
  if (item === undefined) throw new Error(`the pack has no ${ITEM_NAME}`);
  const resident = await site.resident(phone);
  const caseId = randomUUID();
  const { personId } = resident;
  const actor = { kind: 'applicant', personId, name: '田淑兰' } as const;
  const party = { personId, kind: 'natural', name: '田淑兰' } as const;
  const [enterprise] = parts.pack.people.enterprises;
  const deps = { ...parts.deps, cases: parts.cases };
  const context = contextOf(deps, actor, item, await deps.directory.staff());
  const received = await receiveNewCase(
    deps,
    {
      type: 'ReceiveCase',
      caseId,
      applicant: party,
      contact: party,
      channel: 'online',
      form: {
        builder: enterprise?.name ?? '',
        builderCode: enterprise?.creditCode ?? '',
        projectName: '云溪小区三号楼',
        projectAddress: '碧云街道古泉路18号',
        buildingArea: 3200,
        contactName: '田淑兰',
        contactMobile: parts.sealer.sealText(phone),
      },
      materials: item.materials.map(({ id }) => ({ materialId: id, pages: [], isOnPaper: true })),
    },
    context,
    personId,
  );
  expect(received.ok, JSON.stringify(received)).toBe(true);
  const checks = item.materials.map(({ id }) => ({ materialId: id, verdict: 'complete' }));
  await site.act('lu.qinghe', caseId, 'CheckMaterials', { checks, paperReceived: [] });
  await site.act('lu.qinghe', caseId, 'AcceptCase', { opinion: '材料齐全' });
  await site.act('qiao.mingyuan', caseId, 'ApproveTask', { opinion: '同意' });
  await site.act('he.zhengyang', caseId, 'ApproveTask', { opinion: '同意备案' });
  // The decision has to be made out before it can be served.
  await site.follow(caseId);
  const served = { method: 'counter', recipient: '田淑兰' };
  await site.act('lu.qinghe', caseId, 'ServeResult', served);
  const view: CaseView = await site.view('lu.qinghe', caseId);
  expect(view.phase).toBe('concluded');
  const events = await parts.cases.events(caseId);
  const found = await parts.cases.find(caseId);
  if (found !== undefined) await followReviewed(parts.reviews, found.state, events);
  const open = await openInvitationOf(parts.reviews, caseId);
  return { caseId, token: open?.token ?? '' };
}
