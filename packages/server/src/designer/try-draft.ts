/** Trying a draft at once (试走): its flow played by invented people, nothing stored. */
import type { TryAct, TryLine, TryPerson, TryResult, TryRun } from '@yichuang/contracts';
import { evolve, type CaseState, type ItemDefinition } from '@yichuang/kernel/case';
import type { FormData } from '@yichuang/kernel/form';
import { play, readScript, type PlayLine, type PlayRun } from '@yichuang/kernel/play';
import { civilDate, workingDayOnOrAfter, type PlainDate } from '@yichuang/kernel/time';
import { caseRefusals, fill, timeline } from '../cases/index.ts';
import { playTexts } from '../play/index.ts';
import type { Language } from '../platform/refusal.ts';
import { rootOrgId, findDraft } from './design-drafts.ts';
import type { DesignDeps } from './design-deps.ts';
import { designProblems } from './design-problems.ts';
import type { Designer } from './designer.ts';
import { inventedForm } from './invented-form.ts';
import { inventedPeople } from './invented-people.ts';
import { refuseDesign, type DesignOutcome } from './refusals.ts';
import { nextActs } from './walk-on.ts';

/** A case that goes on longer goes round in circles. */
const MOST_ACTS = 200;

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
  const broken = designProblems(deps, item, language).find(({ path }) => path.startsWith('/flow'));
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
  const played = wish.walksOn === true ? walkOn(stage, wish.acts) : run(stage, wish.acts);
  if ('problem' in played) {
    const text = fill(playTexts[language].problems[played.problem.code], played.problem.params);
    return refuseDesign('design-not-playable', { problem: text });
  }
  const lines = await linesInWords(stage, played.run.lines, language);
  const { people, form } = stage;
  return { ok: true, value: { people: [...people], form, acts: [...played.acts], lines } };
}

interface Stage {
  readonly deps: DesignDeps;
  readonly item: ItemDefinition;
  readonly people: readonly TryPerson[];
  readonly form: FormData;
}

type Played =
  | { readonly run: PlayRun; readonly acts: readonly TryAct[] }
  | { readonly problem: NonNullable<PlayRun['problem']> };

function factsOf(deps: DesignDeps) {
  const { calendar } = deps.statutes;
  return { today: firstDay(deps), orgId: rootOrgId(deps), calendar };
}

/** On a Sunday an office is empty, and a leave of today has no working day. */
function firstDay({ statutes, clock }: DesignDeps): PlainDate {
  return workingDayOnOrAfter(statutes.calendar, civilDate(clock.now()));
}

function run({ deps, item, people, form }: Stage, acts: readonly TryAct[]): Played {
  const { calendar, rules } = deps.statutes;
  const start = `${firstDay(deps)} 09:00`;
  const script = { start, people: people.map((person) => written(item, person)), form, acts };
  const read = readScript(script, item);
  if (!read.ok) return { problem: read.problems[0] };
  const { evaluate, policies } = deps;
  const played = play({ item, script: read.script, calendar, rules, evaluate, policies });
  return played.problem === undefined ? { run: played, acts } : { problem: played.problem };
}

/** In a script, whoever has posts, even none of them, is staff: only staff files within offices. */
function written(item: ItemDefinition, { posts, capabilities = [], ...person }: TryPerson): object {
  const isStaff = item.lifecycle === 'internal' || posts.length + capabilities.length > 0;
  return isStaff ? { ...person, posts, capabilities } : person;
}

/** Lets whoever can go on do so, act by act, until the case ends or nobody can. */
function walkOn(stage: Stage, given: readonly TryAct[]): Played {
  let played = run(stage, given);
  while ('run' in played && played.acts.length < MOST_ACTS) {
    const next = stepOn(stage, played.run, played.acts);
    if (next === undefined) break;
    played = next;
  }
  return played;
}

function stepOn(stage: Stage, before: PlayRun, acts: readonly TryAct[]): Played | undefined {
  const line = before.lines.at(-1);
  if (before.state === undefined || line === undefined) return undefined;
  const { item, people } = stage;
  for (const act of nextActs({ item, people, state: before.state, line })) {
    if (JSON.stringify(act) === JSON.stringify(acts.at(-1))) continue;
    const played = run(stage, [...acts, act]);
    const isDone =
      'run' in played && played.run.lines.some(({ n, ok }) => n === acts.length + 1 && ok);
    if (isDone) return played;
  }
  return undefined;
}

async function linesInWords(
  stage: Stage,
  lines: readonly PlayLine[],
  language: Language,
): Promise<TryLine[]> {
  const told: TryLine[] = [];
  let state: CaseState | undefined;
  for (const line of lines) {
    state = (line.events ?? []).reduce<CaseState | undefined>(evolve, state);
    told.push({
      n: line.n,
      by: line.by,
      act: line.act,
      ok: line.ok,
      texts: [...refusalsInWords(line, language), ...(await eventsInWords(stage, line, language))],
      open: line.open.map(({ taskId, step, who }) => ({ taskId, step, who: [...who] })),
      nodes: Object.fromEntries(
        Object.entries(state?.marking.nodes ?? {}).map(([id, { status }]) => [id, status]),
      ),
      clocks: [...line.clocks],
      phase: line.phase ?? '',
    });
  }
  return told;
}

function refusalsInWords({ refusals = [] }: PlayLine, language: Language): string[] {
  return refusals.map(({ code, params = {} }) => {
    const text = caseRefusals.texts[language][code];
    return [text?.detail ?? code, text?.nextStep ?? ''].map((t) => fill(t, params)).join('');
  });
}

async function eventsInWords(stage: Stage, line: PlayLine, language: Language): Promise<string[]> {
  const { directory, documentNames } = stage.deps;
  const story = await timeline(line.events ?? [], {
    item: stage.item,
    directory,
    documentNames: documentNames[language],
    language,
    isPublic: false,
  });
  const { colon } = playTexts[language];
  return story.map(({ by, text, opinion }) =>
    [by, text, ...(opinion === undefined ? [] : [opinion])].join(colon),
  );
}
