import type { PublicLetterDeps, PublicOutcome } from './public-letter-deps.ts';
import { findPublishedRow } from './published-rows.pg.ts';
import { toggleVoice, type Voice } from './voices.pg.ts';

const VOICE_RATE = { limit: 240, windowMs: 60 * 60_000 };

/** 点赞, 我也遇到: one of each for a person, until they take it back. */
export async function speakUp(
  deps: PublicLetterDeps,
  personId: string,
  number: string,
  kind: Voice,
): Promise<PublicOutcome<undefined>> {
  const letter = await findPublishedRow(deps.db, deps.tenantId, number.trim());
  if (letter === undefined) return { ok: false, refusals: [{ code: 'letter-not-public' }] };
  const taken = await deps.limiter.take(`letter-voice ${personId}`, VOICE_RATE);
  if (!taken.ok) return { ok: false, refusals: [taken.refusal] };
  const at = deps.clock.now();
  await toggleVoice(deps.db, deps.tenantId, { caseId: letter.case_id, personId, kind, at });
  return { ok: true, value: undefined };
}
