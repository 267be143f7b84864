// Letters behind the screens, where a journey needs them there but not shown; all of it invented.

import type { LetterReceipt, LetterView, SenderCommand } from '@yichuang/contracts';
import { actOn } from './acts.ts';
import type { Desks } from './desks.ts';
import { stranger, type Connection } from './http.ts';
import type { TestServer } from './server.ts';

/** A reply that says what was done, when and by whom. */
export const goodAnswer = {
  thanks: '您好！您的来信收悉，感谢您的关心和支持。',
  result:
    '经现场核查，柿井村村口路灯因电缆老化断电，施工队12月3日已换好电缆，六盏灯当晚全部亮起，并已列入每月巡查。',
  officerName: '黎解忧',
  officerPhone: '0999-12345670',
};

/** By the quick channel: no account, number and password lead back to it. */
export function sendLetter(server: TestServer, body: object): Promise<LetterReceipt> {
  return stranger(server).send<LetterReceipt>('POST', '/api/letters', body);
}

export function openLetter(
  server: TestServer,
  { number, password }: Pick<LetterReceipt, 'number' | 'password'>,
): Promise<LetterView> {
  return stranger(server).send<LetterView>('POST', '/api/letters/open', { number, password });
}

/** As its sender, by number and password. */
export async function askAsSender(
  server: TestServer,
  { number, password }: Pick<LetterReceipt, 'number' | 'password'>,
  command: SenderCommand,
): Promise<void> {
  await stranger(server).send('POST', '/api/letters/act', { number, password, command });
}

/** Accepted by the office and given to a unit. */
export async function referLetter(clerk: Connection, caseId: string, toOrg: string): Promise<void> {
  const referral = { toOrg, manner: 'transfer', note: '请依法办理并答复' };
  await actOn(clerk, caseId, 'AcceptCase', { opinion: '属于受理范围', referral });
}

/** Answered by the housing bureau: its officer, its head, the final check. */
export async function answerLetter(
  desks: Desks,
  caseId: string,
  answer: object = goodAnswer,
): Promise<void> {
  await actOn(await desks.api('li.jie'), caseId, 'DraftAnswer', { answer });
  await actOn(await desks.api('fang.jingxian'), caseId, 'ApproveTask', { opinion: '同意' });
  await actOn(await desks.api('jiang.shen'), caseId, 'ApproveTask', { opinion: '答复清楚' });
}
