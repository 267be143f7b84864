import { loadSegmenter } from '../../catalogue/index.ts';
import { fitCalibration, type Calibration } from './calibration.ts';
import { createClassifier, type Classifier } from './classifier.ts';
import type { ClassifierModel } from './classifier-model.ts';
import { countFeatures, type FeatureCounts } from './letter-features.ts';
import type { LetterText } from './letter-text.ts';
import { createRandom, marginOf, shuffle, trainPlane, type Plane } from './linear-svm.ts';
import { rowsOf, vocabularyOf, type Vocabulary } from './vocabulary.ts';

export interface Example {
  readonly letter: LetterText;
  readonly label: string;
}

export interface TrainOptions {
  /** What a mistake costs in training; 1 unless told. */
  readonly cost?: number;
  /** Grams and words kept at most; 200,000 unless told. */
  readonly mostFeatures?: number;
}

/** There is nothing to tell apart. */
export class TooFewLabels extends Error {}

/** Parts in turn held out to learn how sure to be. */
const innerFolds = 3;

/**
 * Learns from letters whose label is known: categories, departments, anything. The same examples
 * in the same order give the same classifier. Takes the thread for seconds: inside the server call
 * `trainApart`.
 * @throws TooFewLabels when the examples have fewer than two labels
 */
export async function trainClassifier(
  examples: readonly Example[],
  options: TrainOptions = {},
): Promise<Classifier> {
  const segmenter = await loadSegmenter();
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  if (labels.length < 2) throw new TooFewLabels(`${labels.length} labels, two are needed`);
  const places = new Map(labels.map((label, place) => [label, place]));
  const lesson: Lesson = {
    letters: examples.map(({ letter }) => countFeatures(letter, segmenter)),
    truths: Uint16Array.from(examples, ({ label }) => places.get(label) ?? 0),
    labels: labels.length,
    cost: options.cost ?? 1,
    mostFeatures: options.mostFeatures ?? 200_000,
  };
  const { vocabulary, planes } = learn(lesson);
  const model: ClassifierModel = {
    labels,
    examples: examples.length,
    calibration: calibrationOf(lesson),
    vocabulary,
    planes: planes.map((plane) => Float32Array.from(plane)),
  };
  return createClassifier(model, segmenter);
}

interface Lesson {
  readonly letters: readonly FeatureCounts[];
  /** The place of each letter's label. */
  readonly truths: Uint16Array;
  readonly labels: number;
  readonly cost: number;
  readonly mostFeatures: number;
}

interface Learned {
  readonly vocabulary: Vocabulary;
  readonly planes: readonly Plane[];
}

/** One plane for each label, against all the others. */
function learn({ letters, truths, labels, cost, mostFeatures }: Lesson): Learned {
  const vocabulary = vocabularyOf(letters, mostFeatures);
  const rows = rowsOf(letters, vocabulary);
  const planes = Array.from({ length: labels }, (_, label) => {
    const own = Math.max(
      1,
      truths.reduce((count, truth) => count + (truth === label ? 1 : 0), 0),
    );
    // Halfway (a square root) between treating letters alike and treating classes alike.
    const ownCost = cost * Math.sqrt(Math.max(1, (letters.length - own) / own));
    return trainPlane(rows, (row) => truths[row] === label, { cost, ownCost });
  });
  return { vocabulary, planes };
}

/**
 * Margins of letters not learned from tell what a margin is worth. The vocabulary too is made
 * without them: had it their rare words, their margins would come out smaller than in life.
 */
function calibrationOf(lesson: Lesson): Calibration {
  const order = Uint32Array.from(lesson.truths, (_, row) => row);
  shuffle(order, order.length, createRandom(1954));
  const margins: Float64Array[] = [];
  const answers: number[] = [];
  for (let fold = 0; fold < innerFolds; fold += 1) {
    const seen = partOf(
      lesson,
      order.filter((_, at) => at % innerFolds !== fold),
    );
    const held = partOf(
      lesson,
      order.filter((_, at) => at % innerFolds === fold),
    );
    const { vocabulary, planes } = learn(seen);
    const rows = rowsOf(held.letters, vocabulary);
    held.truths.forEach((truth, row) => {
      margins.push(Float64Array.from(planes, (plane) => marginOf(rows, row, plane)));
      answers.push(truth);
    });
  }
  return fitCalibration(margins, answers);
}

function partOf(lesson: Lesson, chosen: Uint32Array): Lesson {
  const letters = [...chosen].flatMap((row) => lesson.letters[row] ?? []);
  return { ...lesson, letters, truths: Uint16Array.from(chosen, (row) => lesson.truths[row] ?? 0) };
}
