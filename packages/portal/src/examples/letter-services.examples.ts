/** The letters' services in memory: what is sent and done is kept, for tests to look at. */
import type { LetterFilingBody, SenderCommand } from '@yichuang/contracts';
import type { LetterAccess, LetterServices, LetterWriter } from '../letter-services.ts';
import { PortalRefusal } from '../services.ts';
import {
  advice,
  answeredLetter,
  answeredPublished,
  divisions,
  letterReceipt,
  letterUnits,
  noAdvice,
  openPublished,
  publishedRows,
  ranking,
  statistics,
  ways,
} from './letters.examples.ts';

export interface LetterRecord {
  readonly filed: { readonly writer: LetterWriter; readonly body: LetterFilingBody }[];
  readonly keys: Set<string>;
  readonly acts: SenderCommand[];
  readonly uploads: { readonly token: string; readonly name: string }[];
  readonly said: string[];
}

/** A file of this content is refused, as the server refuses what is no photo. */
export const refusedContent = '#!/bin/sh';
/** A letter with this word is refused when it is sent. */
export const refusedWord = '拒收';

export function exampleLetters(): LetterServices & { readonly record: LetterRecord } {
  const record: LetterRecord = { filed: [], keys: new Set(), acts: [], uploads: [], said: [] };
  return {
    record,
    letterWays: async () => ways,
    noticeChannels: async () => ['inbox', 'sms', 'mail'],
    divisions: async () => divisions,
    letterUnits: async () => letterUnits,
    letterAdvice: async ({ body }) => (body.includes('路灯') ? advice : noAdvice),
    letterAttachments: async () => ({
      id: 'attachments',
      name: '照片、视频和其他材料',
      necessity: 'optional',
      carrier: 'both',
      source: 'applicant',
      upload: {
        accept: ['image/jpeg', 'image/png', 'video/mp4'],
        maxBytes: 52_428_800,
        maxPages: 20,
      },
    }),
    async uploadForLetter({ token }, _, { name, stream }) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      if (bytes.toString().startsWith(refusedContent)) {
        throw new PortalRefusal({
          status: 422,
          code: 'file-type-mismatch',
          message: { 'zh-CN': '文件不是照片。', en: 'The file is no photo.' },
        });
      }
      record.uploads.push({ token, name });
      const sha256 = 'c'.repeat(64);
      return { sha256, name, mediaType: 'image/jpeg', bytes: bytes.length };
    },
    async fileLetter(writer, body, key) {
      if (String(body.form['body']).includes(refusedWord)) {
        throw new PortalRefusal({
          status: 409,
          code: 'letter-refused',
          message: { 'zh-CN': '现在不能寄出。', en: 'It cannot be sent now.' },
        });
      }
      if (!record.keys.has(key)) record.filed.push({ writer, body });
      record.keys.add(key);
      return letterReceipt;
    },
    sendLetterCode: async () => undefined,
    confirmLetterSender: async () => 'confirmed',
    chooseLetterNotices: async () => undefined,
    openLetter: async (access) => (isRight(access) ? answeredLetter : undefined),
    isLetter: async (_, caseId) => caseId === letterReceipt.caseId,
    async actOnLetter(access, command) {
      if (!isRight(access)) throw new Error('the pages open a letter before they act on it');
      if (command.type === 'RequestReview') {
        throw new PortalRefusal({
          status: 409,
          code: 'review-out-of-time',
          message: { 'zh-CN': '已过请求期限。', en: 'The time for it is over.' },
        });
      }
      record.acts.push(command);
    },
    letterFile: async (access) => (isRight(access) ? pdf : undefined),
    letterDocument: async (access) => (isRight(access) ? pdf : undefined),
    publishedLetters: async ({ q, cursor }) => ({
      rows: publishedRows.filter(({ title }) => q === undefined || title.includes(q)),
      ...(q === undefined && cursor === undefined ? { nextCursor: 'next' } : {}),
    }),
    publishedLetter: async (number) =>
      [openPublished, answeredPublished].find((letter) => letter.number === number),
    async voiceLetter(_, number, kind) {
      record.said.push(`${kind} ${number}`);
    },
    async commentLetter(_, number, text) {
      record.said.push(`${text} ${number}`);
    },
    letterStatistics: async () => statistics,
    letterRanking: async () => ranking,
  };
}

const pdf = { mediaType: 'application/pdf', name: '答复书.pdf', bytes: new Uint8Array([37]) };

function isRight(access: LetterAccess): boolean {
  return 'personId' in access
    ? access.caseId === letterReceipt.caseId
    : access.number === letterReceipt.number && access.password === letterReceipt.password;
}
