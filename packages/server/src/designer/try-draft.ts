/** Trying a draft at once (试走): its flow played by invented people, nothing stored. */
import type { TryResult, TryRun } from '@yichuang/contracts';
import { fill } from '../cases/index.ts';
import type { Language } from '../platform/refusal.ts';
import { playTexts } from '../play/index.ts';
import { findDraft, rootOrgId } from './design-drafts.ts';
import type { DesignDeps } from './design-deps.ts';
import { designProblems } from './design-problems.ts';
import type { Designer } from './designer.ts';
import { inventedForm } from './invented-form.ts';
import { inventedPeople } from './invented-people.ts';
import { refuseDesign, type DesignOutcome } from './refusals.ts';
import { firstDay, playActs, walkOn, type Stage } from './try-play.ts';
import { linesInWords } from './try-words.ts';

/** Wherever they stand: they throw, or take as long as they like. */
const NEVER_RUN: ReadonlySet<string> = new Set(['bad-pattern', 'condition-does-not-parse']);

export async function tryDraft(
  deps: DesignDeps,
  designer: Designer,
  draftId: string,
  wish: TryRun,
  language: Language,
): Promise<DesignOutcome<TryResult>> {
  const draft = await findDraft(deps, designer, draftId);
  if (draft === undefined) return refuseDesign('design-draft-unknown');
  const { item } = draft;
  const { flow } = item;
  const problems = await designProblems(deps, item, language);
  const broken = problems.find(({ path, code }) => path.startsWith('/flow') || NEVER_RUN.has(code));
  if (broken !== undefined || flow === undefined) {
    return refuseDesign('design-not-playable', { problem: broken?.text ?? item.name });
  }
  const posts = await deps.directory.posts();
  const holders = (post: string): number => posts.get(post)?.holders.length ?? 0;
  const stage: Stage = {
    deps,
    item,
    people: wish.people ?? inventedPeople(flow, holders),
    form: { ...inventedForm(item, factsOf(deps)), ...wish.form },
  };
  const played = wish.walksOn === true ? walkOn(stage, wish.acts) : playActs(stage, wish.acts);
  if ('problem' in played) {
    const text = fill(playTexts[language].problems[played.problem.code], played.problem.params);
    return refuseDesign('design-not-playable', { problem: text });
  }
  const lines = await linesInWords(stage, played.lines, language);
  const { people, form } = stage;
  return { ok: true, value: { people: [...people], form, acts: [...played.acts], lines } };
}

function factsOf(deps: DesignDeps) {
  const { calendar } = deps.statutes;
  return { today: firstDay(deps), orgId: rootOrgId(deps), calendar };
}
