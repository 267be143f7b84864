/**
 * Whether a bundle's questions lead somewhere: every way through them is walked, since a row that
 * never holds or a question that is never put is a mistake that no reader would see.
 */
import { decideBundle, isAnswer, questionsPut } from './bundle-decisions.ts';
import type { BundleAnswers, BundleFile, BundleQuestion, BundleRow } from './bundle-schema.ts';
import { partsOf } from './compile-bundle.ts';
import { parseCondition } from './conditions.ts';
import type { Report } from './read-pack.ts';

/** More ways than this through one questionnaire are too many to walk, and to ask. */
const MOST_WAYS = 20_000;

export function checkBundle(file: BundleFile, report: Report): void {
  const sound = checkNames(file, report);
  if (!sound) return;
  const ways = waysThrough(file);
  if (ways === undefined) {
    report('/questions', 'bundle-too-many-answers', { most: MOST_WAYS });
    return;
  }
  const put = new Set(ways.flatMap((way) => questionsPut(file, way).map(({ id }) => id)));
  for (const [i, { id }] of file.questions.entries()) {
    if (!put.has(id)) report(`/questions/${i}`, 'question-never-put', { id });
  }
  const held = new Set<BundleRow>(ways.flatMap((way) => decideBundle(file, way).rows));
  for (const [i, table] of file.decisions.entries()) {
    for (const [j, row] of table.rows.entries()) {
      const at = `/decisions/${i}/rows/${j}`;
      if (!held.has(row)) report(`${at}/when`, 'row-never-holds', { condition: row.when });
    }
  }
  const chosen = new Set([...held].flatMap((row) => row.parts ?? []));
  for (const { id } of partsOf(file.item)) {
    if (!chosen.has(id)) report('/decisions', 'part-never-chosen', { part: id });
  }
}

/** Conditions parse and name what was asked before; rows name what the item has. */
function checkNames(file: BundleFile, report: Report): boolean {
  let isSound = true;
  const wrong: Report = (...of) => {
    isSound = false;
    report(...of);
  };
  const known = new Set<string>();
  for (const [i, question] of file.questions.entries()) {
    const at = `/questions/${i}`;
    if (known.has(question.id)) wrong(`${at}/id`, 'id-used-twice', { id: question.id });
    if (question.when !== undefined) checkCondition(question.when, known, `${at}/when`, wrong);
    known.add(question.id);
    if (file.item.form?.schema.properties[question.id] !== undefined) {
      wrong(`${at}/id`, 'id-used-twice', { id: question.id });
    }
  }
  const parts = new Set(partsOf(file.item).map(({ id }) => id));
  const materials = new Set(file.item.materials.map(({ id }) => id));
  for (const [i, table] of file.decisions.entries()) {
    for (const [j, row] of table.rows.entries()) {
      const at = `/decisions/${i}/rows/${j}`;
      checkCondition(row.when, known, `${at}/when`, wrong);
      const part = row.parts?.find((id) => !parts.has(id));
      if (part !== undefined) wrong(`${at}/parts`, 'unknown-part', { id: part });
      const material = row.materials?.find((id) => !materials.has(id));
      if (material !== undefined) wrong(`${at}/materials`, 'unknown-material', { id: material });
    }
  }
  return isSound;
}

function checkCondition(
  condition: string,
  known: ReadonlySet<string>,
  pointer: string,
  report: Report,
): void {
  const { parses, names } = parseCondition(condition);
  if (!parses) return report(pointer, 'condition-does-not-parse', { condition });
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) report(pointer, 'condition-names-unknown-field', { field: unknown });
}

/** Every way through the questions, numbers by one value on each side of every bound. */
export function waysThrough(file: BundleFile): readonly BundleAnswers[] | undefined {
  const bounds = boundsIn(file);
  let ways: BundleAnswers[] = [{}];
  for (const question of file.questions) {
    const values = valuesOf(question, bounds);
    ways = ways.flatMap((way) => {
      const isPut = questionsPut(file, way).includes(question);
      return isPut ? values.map((value) => ({ ...way, [question.id]: value })) : [way];
    });
    if (ways.length > MOST_WAYS) return undefined;
  }
  return ways;
}

function valuesOf(
  question: BundleQuestion,
  bounds: readonly number[],
): readonly (string | number | boolean)[] {
  switch (question.kind) {
    case 'yes-no':
      return [true, false];
    case 'choice':
      return question.options.map(({ value }) => value);
    case 'number': {
      const near = bounds.flatMap((bound) => [bound - 1, bound, bound + 1]);
      const all = [question.minimum, ...near, question.maximum];
      return [...new Set(all)].filter((value) => isAnswer(question, value));
    }
  }
}

function boundsIn({ questions, decisions }: BundleFile): number[] {
  const conditions = [
    ...questions.flatMap(({ when }) => when ?? []),
    ...decisions.flatMap((table) => table.rows.map((row) => row.when)),
  ];
  const unquoted = conditions.map((condition) => condition.replace(/"[^"]*"/gu, ''));
  const found = unquoted.flatMap((text) => [...text.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?/gu)]);
  return [...new Set(found.map(([number]) => Number(number)))];
}
