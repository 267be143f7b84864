/** For who handles a letter: suggestions, each with why. None of them acts by itself. */
import type { LetterAssistance } from '@yichuang/contracts';
import {
  isAccusedUnit,
  isWithheld,
  SPECIAL_LETTERS,
  type CaseState,
  type ItemDefinition,
} from '@yichuang/kernel/case';
import { findLimitRule } from '@yichuang/kernel/time';
import { given, textAt, type StoredCase } from '../cases/index.ts';
import { draftPoints, type SimilarLetter } from '../insight/index.ts';
import { answerText, letterText, letterUnits } from '../letters/index.ts';
import type { Session } from '../platform/http/index.ts';
import type { Language } from '../platform/refusal.ts';
import type { LetterInsightDeps } from './letter-insight-deps.ts';
import { maskText } from './mask-text.ts';
import { otherProcedures } from './other-procedures.ts';
import { similarRows, type SimilarColumns } from './similar-rows.pg.ts';
import { suggestUnits } from './suggest-units.ts';
import { whySimilar } from './why-similar.ts';

const MOST_COMPARED = 12;
const MOST_SIMILAR = 5;
/** From this likeness on two letters may be about the very same matter. */
const DUPLICATE_FROM = 0.45;
const MOST_POINTS = 12;

/** Undefined where the case is no letter. */
export async function letterAssistance(
  deps: LetterInsightDeps,
  session: Session,
  { state }: StoredCase,
  language: Language,
): Promise<LetterAssistance | undefined> {
  const item = await deps.findItem(state.itemCode, state.itemVersion);
  if (state.letter === undefined || item?.letter === undefined) return undefined;
  const [category, units, found] = await Promise.all([
    categoryOf(deps, state),
    unitsOf(deps, state),
    comparedWith(deps, session, state, item),
  ]);
  return {
    ...given('category', category),
    units,
    limits: limitsOf(deps, item),
    laws: item.legalBasis.map((basis) => ({ basis: { ...basis }, why: [item.name] })),
    elsewhere: otherProcedures(letterText(state), deps.data, language),
    similar: found
      .filter(({ row }) => row.is_answered)
      .slice(0, MOST_SIMILAR)
      .map(({ view }) => view),
    duplicates: duplicatesOf(state, found),
    points: draftPoints(letterText(state))
      .slice(0, MOST_POINTS)
      .map(({ quote }) => quote),
    masked: maskedWording(state),
  };
}

async function categoryOf(
  { models }: LetterInsightDeps,
  state: CaseState,
): Promise<LetterAssistance['category']> {
  const found = (await models.find('category'))?.classify(textOf(state));
  if (found === undefined) return undefined;
  const { label: name, confidence, why } = found;
  return { name, confidence, why: why.map(({ words }) => words) };
}

async function unitsOf(
  deps: LetterInsightDeps,
  state: CaseState,
): Promise<LetterAssistance['units']> {
  const units = await letterUnits(deps);
  const names = new Map(
    units.flatMap(({ orgId, name, hasReception }) => (hasReception ? [[orgId, name]] : [])),
  );
  const model = await deps.models.find('unit');
  // Never to those complained of (信访工作条例第三十条).
  const isPossible = (orgId: string) => names.has(orgId) && !isAccusedUnit(state, orgId);
  return suggestUnits(textOf(state), model, deps.data, isPossible).map(
    ({ orgId, confidence, why }) => ({
      orgId,
      name: names.get(orgId) ?? orgId,
      confidence,
      why: [...why],
    }),
  );
}

function limitsOf(
  { statutes }: LetterInsightDeps,
  { letter, statutoryLimit, committedLimit }: ItemDefinition,
): LetterAssistance['limits'] {
  const limits = [
    letter?.registration,
    letter?.acceptance,
    committedLimit ?? statutoryLimit,
    letter?.simple?.result,
    letter?.followUp,
  ];
  return limits.flatMap((limit) => {
    const rule = limit && findLimitRule(statutes.rules, limit.ruleId);
    return rule === undefined
      ? []
      : [{ ruleId: rule.id, name: rule.name, basis: { ...rule.basis } }];
  });
}

interface Compared {
  readonly letter: SimilarLetter;
  readonly row: SimilarColumns;
  readonly view: LetterAssistance['similar'][number];
}

/** Only letters that the reader may open, and withheld ones only for who is appointed. */
async function comparedWith(
  deps: LetterInsightDeps,
  session: Session,
  state: CaseState,
  item: ItemDefinition,
): Promise<Compared[]> {
  const { db, tenantId, finders } = deps;
  const { caseId, applicant } = state;
  const readers = await deps.desk.readerKeys(session);
  const maySeeWithheld = session.posts.some(({ capabilities }) =>
    capabilities.includes(SPECIAL_LETTERS),
  );
  // Another letter of the same sender would say who wrote a withheld one.
  const isToldBySender = maySeeWithheld || !isWithheld(state, item);
  const sender = isToldBySender ? { senderId: applicant.personId } : {};
  const found = await finders.office.similar({
    draft: { ...textOf(state), ...sender, caseId },
    rights: { readers, maySeeWithheld },
    most: MOST_COMPARED,
  });
  const [rows, orgs] = await Promise.all([
    similarRows(
      db,
      tenantId,
      found.map((letter) => letter.caseId),
    ),
    deps.directory.orgs(),
  ]);
  return found.flatMap((letter) => {
    const row = rows.get(letter.caseId);
    if (row === undefined) return [];
    const unit = row.unit_id === null ? undefined : (orgs.get(row.unit_id)?.name ?? row.unit_id);
    const view = {
      caseId: row.case_id,
      number: row.number,
      title: row.title,
      receivedAt: row.received_at,
      ...given('unit', unit),
      phase: row.phase,
      ...given('outcome', row.outcome ?? undefined),
      score: letter.score,
      why: whySimilar(letter),
    };
    return [{ letter, row, view }];
  });
}

function duplicatesOf(
  { letter }: CaseState,
  found: readonly Compared[],
): LetterAssistance['duplicates'] {
  const linked = new Set(
    (letter?.links ?? []).flatMap((link) => (link.undoneAt === undefined ? [link.caseId] : [])),
  );
  return found
    .filter(({ letter: { kind, score } }) => kind !== 'same-matter' || score >= DUPLICATE_FROM)
    .map(({ letter: { kind, caseId }, view }) => ({
      ...view,
      relation: kind === 'same-matter' ? 'same-matter' : 'repeated',
      isLinked: linked.has(caseId),
    }));
}

/** A proposal: whoever publishes reads it against the original. */
function maskedWording(state: CaseState): NonNullable<LetterAssistance['masked']> {
  const names = [state.applicant.name, state.contact.name];
  const { title, body } = textOf(state);
  const answers = (state.letter?.answers ?? []).map((answer): [string, string] => [
    String(answer.round),
    maskText(answerText(answer), names),
  ]);
  return {
    title: maskText(title, names),
    body: maskText(body, names),
    answers: Object.fromEntries(answers),
  };
}

function textOf(state: CaseState): { readonly title: string; readonly body: string } {
  return { title: textAt(state, 'title') ?? state.itemName, body: textAt(state, 'body') ?? '' };
}
