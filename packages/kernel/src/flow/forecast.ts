/**
 * What is still ahead of a running case: the steps in their order, with what is not certain marked.
 *
 * Forecast as if nobody returns, rejects or adds anybody. A branch is certain when its condition
 * can be decided now and nothing that happens before it may change what the condition reads.
 */
import type { Calendar, PlainDate } from '../time/index.ts';
import type { Branch, FlowDefinition, FlowNode, StepNode } from './definition.ts';
import { laterOf, plus } from './forecast-days.ts';
import type { Marking } from './marking.ts';
import { subtree } from './tree.ts';

export interface ForecastSplit {
  readonly splitId: string;
  /** `parallel`: beside its other branches; `choice`: this branch or another. */
  readonly kind: 'parallel' | 'choice';
  readonly branchId: string;
  /** Taken if everything stays as it is now. */
  readonly isLikely: boolean;
}

export interface ForecastEntry {
  readonly nodeId: string;
  readonly kind: 'step' | 'wait' | 'subcases';
  readonly isOpen: boolean;
  readonly isCertain: boolean;
  /** Ids of the posts that would act; none where it is the applicant's own step, or no step. */
  readonly posts: readonly string[];
  /** Splits around it that are not decided or run in parallel, outermost first. */
  readonly within: readonly ForecastSplit[];
  /** The step's policy passes over whoever approved before. */
  readonly maySkip?: true;
  /** Last day by the limits of the steps; absent behind one without and behind an open wait. */
  readonly expectedOn?: PlainDate;
}

/** What the forecast looks at beside flow and marking. */
export interface ForecastView {
  readonly today: PlainDate;
  readonly calendar: Calendar;
  /** FEEL over the case's data. Neither true nor false: undecided. */
  evaluate(condition: string): unknown;
  /** Names that a condition reads; without it any change may matter. */
  readsOf?(condition: string): readonly string[];
  /** The post that a name of a role means here. */
  postAt?(post: string): string;
  /** When the clock of an open step or wait ends. */
  dueOn?(nodeId: string): PlainDate | undefined;
  /** Working days that a step usually takes; absent: its limit. */
  usualDays?(step: StepNode): number | undefined;
  /** Fields that the applicant is changing now; `*` stands for all. */
  readonly changing?: readonly string[];
}

/** In the order in which they are reached; empty when the flow has ended. */
export function forecast(
  flow: FlowDefinition,
  marking: Marking,
  view: ForecastView,
): readonly ForecastEntry[] {
  const { denied, main } = flow;
  const isDenied = denied !== undefined && marking.nodes[denied.id] !== undefined;
  if (!isDenied && marking.ended !== undefined) return [];
  const course: Course = { marking, view, changing: new Set(view.changing ?? []), entries: [] };
  visit(course, isDenied ? denied : main, {
    from: view.today,
    isFresh: false,
    isCertain: true,
    within: [],
  });
  return course.entries;
}

interface Course {
  readonly marking: Marking;
  readonly view: ForecastView;
  /** Fields that may be written before the place that is looked at. */
  readonly changing: Set<string>;
  readonly entries: ForecastEntry[];
}

interface Where {
  /** Absent: nobody knows when it begins. */
  readonly from: PlainDate | undefined;
  /** Inside something that is not entered yet: what an earlier round left there does not count. */
  readonly isFresh: boolean;
  readonly isCertain: boolean;
  readonly within: readonly ForecastSplit[];
}

/** Adds what is ahead inside the node; gives the day on which it is over, if that can be said. */
function visit(course: Course, node: FlowNode, where: Where): PlainDate | undefined {
  const status = where.isFresh ? undefined : course.marking.nodes[node.id]?.status;
  if (status === 'done' || status === 'cancelled' || status === 'skipped') return where.from;
  const isOpen = status === 'open';
  const inside = { ...where, isFresh: !isOpen };
  switch (node.kind) {
    case 'sequence':
      return node.children.reduce<PlainDate | undefined>(
        (from, child) => visit(course, child, { ...inside, from }),
        where.from,
      );
    case 'choice':
    case 'parallel':
      return visitSplit(course, node, inside);
    case 'automatic':
      return where.from;
    case 'step':
    case 'wait':
    case 'subcases':
      return addEntry(course, node, isOpen, where);
  }
}

function addEntry(
  course: Course,
  node: Extract<FlowNode, { kind: ForecastEntry['kind'] }>,
  isOpen: boolean,
  where: Where,
): PlainDate | undefined {
  const { view } = course;
  for (const field of writtenIn(node)) course.changing.add(field);
  const due = isOpen ? view.dueOn?.(node.id) : undefined;
  // What is late already can be done today at the earliest.
  const expectedOn = due === undefined ? endOf(node, where.from, view) : laterOf(due, view.today);
  const isStep = node.kind === 'step';
  course.entries.push({
    nodeId: node.id,
    kind: node.kind,
    isOpen,
    isCertain: where.isCertain,
    posts: isStep ? node.posts.map((post) => view.postAt?.(post) ?? post) : [],
    within: where.within,
    ...(isStep && node.policies?.samePerson === 'skip' && !isOpen ? { maySkip: true } : {}),
    ...(expectedOn === undefined ? {} : { expectedOn }),
  });
  return expectedOn;
}

function endOf(
  node: Extract<FlowNode, { kind: ForecastEntry['kind'] }>,
  from: PlainDate | undefined,
  view: ForecastView,
): PlainDate | undefined {
  if (node.kind === 'subcases') return undefined;
  if (node.kind === 'wait') return plus(from, node.limit, view.calendar);
  const usual = view.usualDays?.(node);
  const limit = usual === undefined ? node.limit : ({ amount: usual, unit: 'WD' } as const);
  return plus(from, limit, view.calendar);
}

type Split = Extract<FlowNode, { kind: 'choice' | 'parallel' }>;

function visitSplit(course: Course, split: Split, where: Where): PlainDate | undefined {
  const ways = waysOf(course, split, where.isFresh);
  // Branches run beside each other: what one may write, the other's conditions may read.
  if (split.kind === 'parallel') {
    for (const { branch } of ways) {
      subtree(branch.node)
        .flatMap(writtenIn)
        .forEach((field) => course.changing.add(field));
    }
  }
  let end = where.from;
  for (const { branch, isCertain, isLikely } of ways) {
    const { id: splitId, kind } = split;
    const isAlone = kind === 'choice' && isCertain;
    const own: ForecastSplit = { splitId, kind, branchId: branch.id, isLikely };
    const reached = visit(course, branch.node, {
      ...where,
      isCertain: where.isCertain && isCertain,
      within: isAlone ? where.within : [...where.within, own],
    });
    end = end === undefined || reached === undefined ? undefined : laterOf(end, reached);
  }
  return end;
}

interface Way {
  readonly branch: Branch;
  readonly isCertain: boolean;
  readonly isLikely: boolean;
}

/** Branches that are or may be taken; of a decided choice the one. */
function waysOf(course: Course, split: Split, isAhead: boolean): Way[] {
  const entered = isAhead ? undefined : course.marking.nodes[split.id]?.branches;
  if (entered !== undefined) {
    const branches = split.branches.filter((branch) => entered.includes(branch.id));
    return branches.map((branch) => ({ branch, isCertain: true, isLikely: true }));
  }
  const answers = split.branches.map((branch) => ({ branch, ...answerOf(course, branch) }));
  if (split.kind === 'parallel') {
    return answers
      .filter(({ holds, isSettled }) => holds || !isSettled)
      .map(({ branch, holds, isSettled }) => ({ branch, isCertain: isSettled, isLikely: holds }));
  }
  return choiceWays(answers);
}

interface Answer {
  readonly branch: Branch;
  readonly holds: boolean;
  readonly isSettled: boolean;
}

/** The conditions are asked in order, the default last: what comes after a settled one is out. */
function choiceWays(answers: readonly Answer[]): Way[] {
  const asked = [
    ...answers.filter(({ branch }) => branch.when !== undefined),
    ...answers.filter(({ branch }) => branch.when === undefined),
  ];
  const decided = asked.findIndex(({ holds, isSettled }) => holds && isSettled);
  const possible = asked
    .slice(0, decided + 1)
    .filter(({ holds, isSettled }) => holds || !isSettled);
  const likely = possible.find(({ holds }) => holds);
  return possible.map((answer) => ({
    branch: answer.branch,
    isCertain: possible.length === 1,
    isLikely: answer === likely,
  }));
}

function answerOf(course: Course, { when }: Branch): Omit<Answer, 'branch'> {
  if (when === undefined) return { holds: true, isSettled: true };
  const value = course.view.evaluate(when);
  const reads = course.view.readsOf?.(when);
  const { changing } = course;
  const mayChange =
    changing.has('*') || (reads?.some((name) => changing.has(name)) ?? changing.size > 0);
  return { holds: value === true, isSettled: typeof value === 'boolean' && !mayChange };
}

function writtenIn(node: FlowNode): readonly string[] {
  if (node.kind === 'subcases') return ['parts'];
  if (node.kind !== 'step') return [];
  return node.duty === 'filing' ? ['*'] : (node.form?.write ?? []);
}
