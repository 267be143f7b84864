import { createRandom, shuffle } from './linear-svm.ts';
import { trainClassifier, type Example } from './train-classifier.ts';

export interface LabelQuality {
  readonly label: string;
  readonly letters: number;
  /** Of those given the label, the share that has it. */
  readonly precision: number;
  /** Of those that have the label, the share that got it. */
  readonly recall: number;
  readonly f1: number;
}

export interface Validation {
  readonly letters: number;
  readonly accuracy: number;
  /** The mean of all labels' F1: a rare label counts as much as a frequent one. */
  readonly macroF1: number;
  /** By label, in the order of the labels. */
  readonly labels: readonly LabelQuality[];
  /** Answers by how sure they were: is 0.8 right in 80 of 100? */
  readonly confidence: readonly ConfidenceBand[];
}

export interface ConfidenceBand {
  /** From this confidence up to the next band's. */
  readonly from: number;
  readonly answers: number;
  readonly meanConfidence: number;
  readonly rightShare: number;
}

interface Answer {
  readonly truth: string;
  readonly given: string;
  readonly confidence: number;
}

/**
 * How good a classifier of these letters is: in turn one of `folds` parts is held out and judged by
 * what was learned from the others. Parts have the same mixture of labels; the seed decides them.
 * @throws TooFewLabels when a part's examples have fewer than two labels
 */
export async function crossValidate(
  examples: readonly Example[],
  { folds = 5, seed = 1 }: { readonly folds?: number; readonly seed?: number } = {},
): Promise<Validation> {
  const foldOf = stratified(examples, folds, seed);
  const answers: Answer[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const classifier = await trainClassifier(examples.filter((_, at) => foldOf[at] !== fold));
    examples.forEach(({ letter, label: truth }, at) => {
      if (foldOf[at] !== fold) return;
      const { label: given, confidence } = classifier.label(letter);
      answers.push({ truth, given, confidence });
    });
  }
  return validationOf(answers);
}

function stratified(examples: readonly Example[], folds: number, seed: number): Uint8Array {
  const foldOf = new Uint8Array(examples.length);
  const random = createRandom(seed);
  for (const label of new Set(examples.map((example) => example.label))) {
    const own = examples.flatMap((example, at) => (example.label === label ? [at] : []));
    const order = Uint32Array.from(own);
    shuffle(order, order.length, random);
    order.forEach((row, at) => (foldOf[row] = at % folds));
  }
  return foldOf;
}

function validationOf(answers: readonly Answer[]): Validation {
  const names = [...new Set(answers.map(({ truth }) => truth))].sort();
  const labels = names.map((label) => qualityOf(label, answers));
  const right = answers.filter(({ truth, given }) => truth === given).length;
  return {
    letters: answers.length,
    accuracy: right / answers.length,
    macroF1: labels.reduce((sum, { f1 }) => sum + f1, 0) / labels.length,
    labels,
    confidence: [0, 0.5, 0.7, 0.8, 0.9, 0.95].flatMap((from, at, bands) =>
      bandOf(answers, from, bands[at + 1] ?? 1.01),
    ),
  };
}

function qualityOf(label: string, answers: readonly Answer[]): LabelQuality {
  const having = answers.filter(({ truth }) => truth === label);
  const given = answers.filter((answer) => answer.given === label);
  const both = having.filter((answer) => answer.given === label).length;
  return {
    label,
    letters: having.length,
    precision: given.length === 0 ? 0 : both / given.length,
    recall: having.length === 0 ? 0 : both / having.length,
    f1: (2 * both) / Math.max(1, having.length + given.length),
  };
}

function bandOf(answers: readonly Answer[], from: number, to: number): ConfidenceBand[] {
  const inside = answers.filter(({ confidence }) => confidence >= from && confidence < to);
  if (inside.length === 0) return [];
  const right = inside.filter(({ truth, given }) => truth === given).length;
  const meanConfidence = inside.reduce((sum, { confidence }) => sum + confidence, 0);
  return [
    {
      from,
      answers: inside.length,
      meanConfidence: meanConfidence / inside.length,
      rightShare: right / inside.length,
    },
  ];
}
