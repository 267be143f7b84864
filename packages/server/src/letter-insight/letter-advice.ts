/** While somebody types: which way, which office, what may answer it already. Never an act. */
import type { LetterAdvice, LetterAdviceRequest } from '@yichuang/contracts';
import { given } from '../cases/index.ts';
import { letterUnits, listLetterItems } from '../letters/index.ts';
import type { Language } from '../platform/refusal.ts';
import type { LetterInsightDeps } from './letter-insight-deps.ts';
import { otherProcedures } from './other-procedures.ts';
import { publishedAnswers } from './similar-answers.pg.ts';
import { similarRows } from './similar-rows.pg.ts';
import { suggestUnits } from './suggest-units.ts';
import { whySimilar } from './why-similar.ts';

const MOST_SIMILAR = 3;
const EXCERPT = 120;
/** Below this a guess helps nobody. */
const LEAST_SURE = 0.3;

/** @param personId who types, where they are logged in: their own letters are compared too */
export async function letterAdvice(
  deps: LetterInsightDeps,
  draft: LetterAdviceRequest,
  personId: string | undefined,
  language: Language,
): Promise<LetterAdvice> {
  const text = `${draft.title}\n${draft.body}`;
  const [ways, category, unit, similar, own] = await Promise.all([
    likelyWays(deps, text),
    likelyCategory(deps, draft),
    likelyUnit(deps, draft),
    answeredAlready(deps, draft),
    personId === undefined ? [] : ownLetters(deps, draft, personId),
  ]);
  return {
    ways,
    ...given('category', category),
    ...given('unit', unit),
    elsewhere: otherProcedures(text, deps.data, language),
    similar,
    own,
  };
}

/** By the words of each way's item, the most telling first. */
async function likelyWays(deps: LetterInsightDeps, text: string): Promise<LetterAdvice['ways']> {
  const items = await listLetterItems(deps);
  return items
    .map(({ code, synonyms = [] }) => ({
      itemCode: code,
      why: synonyms.filter((word) => text.includes(word)),
    }))
    .filter(({ why }) => why.length > 0)
    .toSorted((a, b) => b.why.length - a.why.length);
}

async function likelyCategory(
  { models }: LetterInsightDeps,
  { title, body }: LetterAdviceRequest,
): Promise<LetterAdvice['category']> {
  const found = (await models.find('category'))?.classify({ title, body });
  if (found === undefined || found.confidence < LEAST_SURE) return undefined;
  const { label: name, confidence, why } = found;
  return { name, confidence, why: why.map(({ words }) => words) };
}

async function likelyUnit(
  deps: LetterInsightDeps,
  { title, body }: LetterAdviceRequest,
): Promise<LetterAdvice['unit']> {
  const units = await letterUnits(deps);
  const names = new Map(
    units.flatMap(({ orgId, name, hasReception }) => (hasReception ? [[orgId, name]] : [])),
  );
  const model = await deps.models.find('unit');
  const [best] = suggestUnits({ title, body }, model, deps.data, (orgId) => names.has(orgId));
  if (best === undefined) return undefined;
  const { orgId, why } = best;
  return { orgId, name: names.get(orgId) ?? orgId, why: [...why] };
}

/** Public answers alone, in the wording that was published. */
async function answeredAlready(
  { db, tenantId, finders }: LetterInsightDeps,
  { title, body }: LetterAdviceRequest,
): Promise<LetterAdvice['similar']> {
  const rights = { maySeeWithheld: false };
  const question = { draft: { title, body }, rights, most: 2 * MOST_SIMILAR };
  const found = await finders.public.similar(question);
  const rows = await publishedAnswers(
    db,
    tenantId,
    found.map(({ caseId }) => caseId),
  );
  return found
    .flatMap((letter) => {
      const row = rows.find(({ case_id: id }) => id === letter.caseId);
      if (row === undefined) return [];
      const [answer] = row.answers;
      return [
        {
          number: row.number,
          title: row.title,
          ...given('answeredOn', row.answered_on ?? undefined),
          excerpt: [...(answer?.text ?? '')].slice(0, EXCERPT).join(''),
          why: whySimilar(letter),
        },
      ];
    })
    .slice(0, MOST_SIMILAR);
}

async function ownLetters(
  { db, tenantId, finders }: LetterInsightDeps,
  { title, body }: LetterAdviceRequest,
  senderId: string,
): Promise<LetterAdvice['own']> {
  const rights = { readers: [`applicant:${senderId}`], maySeeWithheld: true };
  const found = await finders.office.similar({
    draft: { title, body, senderId },
    rights,
    most: MOST_SIMILAR,
  });
  const rows = await similarRows(
    db,
    tenantId,
    found.map(({ caseId }) => caseId),
  );
  return found.flatMap((letter) => {
    const row = rows.get(letter.caseId);
    if (row === undefined) return [];
    const { number, title: name, received_at: at } = row;
    return [{ number, title: name, at, why: whySimilar(letter) }];
  });
}
