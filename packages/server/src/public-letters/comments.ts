import { randomUUID } from 'node:crypto';
import type { CommentRow } from '@yichuang/contracts';
import { maskName } from '@yichuang/kernel/ids';
import type { Language } from '../platform/refusal.ts';
import {
  commentsWith,
  insertComment,
  type CommentColumns,
  type CommentStatus,
} from './comments.pg.ts';
import { publicTexts } from './public-texts.ts';
import type { PublicLetterDeps, PublicOutcome } from './public-letter-deps.ts';
import { findPublishedRow } from './published-rows.pg.ts';

const COMMENT_RATE = { limit: 20, windowMs: 60 * 60_000 };

/** Kept until somebody of the office has read it; the list of words advises, it bars nobody. */
export async function writeComment(
  deps: PublicLetterDeps,
  personId: string,
  number: string,
  typed: string,
): Promise<PublicOutcome<undefined>> {
  const text = typed.normalize('NFC').trim();
  if (text === '') return { ok: false, refusals: [{ code: 'text-required' }] };
  const letter = await findPublishedRow(deps.db, deps.tenantId, number);
  if (letter === undefined) return { ok: false, refusals: [{ code: 'letter-not-public' }] };
  const taken = await deps.limiter.take(`letter-comment ${personId}`, COMMENT_RATE);
  if (!taken.ok) return { ok: false, refusals: [taken.refusal] };
  await insertComment(deps.db, deps.tenantId, {
    id: randomUUID(),
    caseId: letter.case_id,
    personId,
    text,
    at: deps.clock.now(),
    words: deps.words.filter((word) => text.includes(word)),
  });
  return { ok: true, value: undefined };
}

/** For the office: what waits to be read, or how it was judged. */
export async function listComments(
  deps: PublicLetterDeps,
  status: CommentStatus,
  language: Language,
): Promise<CommentRow[]> {
  const rows = await commentsWith(deps.db, deps.tenantId, status);
  return rows.map((row) => ({
    commentId: row.id,
    number: row.number,
    title: row.title,
    by: authorOf(row, language),
    text: row.text,
    at: row.at,
    status: row.status,
    words: [...row.words],
  }));
}

/** 王某某 keeps the family name only; residents without a name are citizens. */
export function authorOf({ name }: CommentColumns, language: Language): string {
  return name === null || name === '' ? publicTexts[language].citizen : maskName(name);
}
