/** What follows from the answers to a bundle's questions. Pure. */
import type {
  BundleAnswers,
  BundleDefinition,
  BundleQuestion,
  BundleRow,
} from './bundle-schema.ts';
import { compileCondition, readsOf } from './conditions.ts';

export interface BundleDecision {
  /** Part ids, in the order of the tables. */
  readonly parts: readonly string[];
  readonly materials: readonly string[];
  /** Every row that held. */
  readonly rows: readonly BundleRow[];
}

type Asking = Pick<BundleDefinition, 'questions' | 'decisions'>;

/** The questions that are put, given the answers before each; answers to others do not count. */
export function questionsPut(
  { questions }: Pick<Asking, 'questions'>,
  answers: BundleAnswers,
): readonly BundleQuestion[] {
  const counted: Record<string, string | number | boolean> = {};
  return questions.filter((question) => {
    if (question.when !== undefined && !holds(question.when, counted)) return false;
    const answer = answers[question.id];
    if (answer !== undefined) counted[question.id] = answer;
    return true;
  });
}

/** Answers to questions that are put; what was answered before another answer changed falls out. */
export function countedAnswers(bundle: Asking, answers: BundleAnswers): BundleAnswers {
  return Object.fromEntries(
    questionsPut(bundle, answers).flatMap(({ id }) => {
      const answer = answers[id];
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
}

/** All rows that hold count, whichever table they stand in. */
export function decideBundle(bundle: Asking, answers: BundleAnswers): BundleDecision {
  const counted = countedAnswers(bundle, answers);
  const rows = bundle.decisions.flatMap((table) =>
    table.rows.filter((row) => holds(row.when, counted)),
  );
  return {
    rows,
    parts: [...new Set(rows.flatMap((row) => row.parts ?? []))],
    materials: [...new Set(rows.flatMap((row) => row.materials ?? []))],
  };
}

/**
 * By condition, parsed once: a check walks every way through the questions, and parsing each row
 * for each way was nine tenths of reading a pack.
 */
const askedOf = new Map<string, (answers: BundleAnswers) => unknown>();

function holds(condition: string, answers: BundleAnswers): boolean {
  const ask = askedOf.get(condition) ?? askedBy(condition);
  askedOf.set(condition, ask);
  return ask(answers) === true;
}

function askedBy(condition: string): (answers: BundleAnswers) => unknown {
  const { names } = readsOf(condition);
  const ask = compileCondition(condition, names);
  return (answers) => ask(...names.map((name) => answers[name] ?? null));
}

/** Whether a value answers the question at all. */
export function isAnswer(question: BundleQuestion, value: unknown): boolean {
  switch (question.kind) {
    case 'yes-no':
      return typeof value === 'boolean';
    case 'choice':
      return question.options.some((option) => option.value === value);
    case 'number':
      return (
        typeof value === 'number' &&
        Number.isFinite(value) &&
        value >= question.minimum &&
        value <= question.maximum
      );
  }
}

/** The field of the whole's form that says whether a part applies. */
export function partField(partId: string): string {
  return `part${pascal(partId)}`;
}

/** The field that says whether a material named by a table applies. */
export function materialField(materialId: string): string {
  return `needs${pascal(materialId)}`;
}

function pascal(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/u)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
