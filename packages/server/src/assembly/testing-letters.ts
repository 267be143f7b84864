/** A county to which letters are written: the whole program, asked by injection. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { CaseView, LetterReceipt, LetterView, SenderCommand } from '@yichuang/contracts';
import { followUp } from '../case-effects/index.ts';
import { openTestSite, type TestSite } from './testing-site.ts';

export interface LetterSite extends TestSite {
  /** By the quick channel: no account, one key for one intention. */
  quick(body: object, key?: string): Promise<LetterReceipt>;
  open(receipt: LetterReceipt): Promise<LetterView>;
  /** As the sender, by number and query password. */
  ask(receipt: LetterReceipt, command: SenderCommand): Promise<void>;
  /** As a member of staff by name. */
  view(name: string, caseId: string): Promise<CaseView>;
  act(name: string, caseId: string, type: string, rest: object): Promise<void>;
  /** From the office to the unit, its head and the final check. */
  answered(caseId: string): Promise<void>;
  /** What the job after a command does: documents, shelves of the search, reviews. */
  follow(caseId: string): Promise<void>;
  /** One more round of the same at the unit. */
  handled(caseId: string): Promise<void>;
}

export const letterForm = {
  title: '小区夜间施工噪声扰民',
  body: '碧云街道幸福小区旁工地每天夜里十一点以后还在打桩，老人孩子睡不着，请管一管。',
  division: 'yunxi',
  place: '幸福小区东门',
};

export const letterAnswer = {
  thanks: '您好，来信收悉，感谢您的反映。',
  result:
    '经查，该工地未办理夜间施工证明，12月3日已责令其22时后停工并处罚款一万元，执法队每晚巡查，如再发生请拨打电话。',
  officerName: '李洁',
  officerPhone: '0999-12345678',
};

/** The unit that answers in tests; it has a head, so that every step has somebody. */
const UNIT = 'yunxi/zjj';

export async function openLetterSite(...how: Parameters<typeof openTestSite>): Promise<LetterSite> {
  const site = await openTestSite(...how);
  let senders = 0;
  const view: LetterSite['view'] = async (name, caseId) => {
    const answer = await (await site.staff(name)).send('GET', `/api/cases/${caseId}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const act: LetterSite['act'] = async (name, caseId, type, rest) => {
    const { allowed } = await view(name, caseId);
    const taskId = allowed.find((each) => each.act === type)?.taskId;
    const body = { type, ...(taskId === undefined ? {} : { taskId }), ...rest };
    const caller = await site.staff(name);
    const done = await caller.send('POST', `/api/cases/${caseId}/commands`, body);
    expect(done.statusCode, `${type}: ${done.body}`).toBe(200);
  };
  const handled = async (caseId: string): Promise<void> => {
    await act('li.jie', caseId, 'DraftAnswer', { answer: letterAnswer });
    await act('fang.jingxian', caseId, 'ApproveTask', { opinion: '同意' });
    await act('jiang.shen', caseId, 'ApproveTask', { opinion: '答复清楚' });
  };
  return {
    ...site,
    view,
    act,
    handled,
    async follow(caseId) {
      const { parts } = site;
      const { publicUrl } = parts.config;
      const { watchCase } = parts.watcher;
      const deps = { ...parts.deps, ...parts, publicUrl, watchCase };
      const { tenantId } = parts.deps;
      // Documents are events too: what they bring about follows in a second run.
      for (let run = 0; run < 2; run += 1) {
        await followUp(deps, { tenantId, caseId, fromSeq: 1, toSeq: Number.MAX_SAFE_INTEGER });
      }
    },
    async quick(body, key = randomUUID()) {
      const url = '/api/letters';
      const headers = { 'idempotency-key': key };
      // Each from an address of its own: how many one may send is tested by itself.
      senders += 1;
      const remoteAddress = `10.0.${senders >> 8}.${senders & 255}`;
      const request = { method: 'POST', url, headers, remoteAddress, payload: body } as const;
      const filed = await site.app.inject(request);
      expect(filed.statusCode, filed.body).toBe(201);
      return filed.json();
    },
    async open({ number, password }) {
      const opened = await site.nobody.send('POST', '/api/letters/open', { number, password });
      expect(opened.statusCode, opened.body).toBe(200);
      return opened.json();
    },
    async ask({ number, password }, command) {
      const body = { number, password, command };
      const done = await site.nobody.send('POST', '/api/letters/act', body);
      expect(done.statusCode, done.body).toBe(200);
    },
    async answered(caseId) {
      const referral = { toOrg: UNIT, manner: 'transfer', note: '请依法办理' };
      await act('tang.minyi', caseId, 'AcceptCase', { opinion: '属于受理范围', referral });
      await handled(caseId);
    },
  };
}
