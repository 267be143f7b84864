import type { Segmenter } from '../../catalogue/index.ts';
import { likelihoods } from './calibration.ts';
import { packModel, type ClassifierModel } from './classifier-model.ts';
import { countFeatures } from './letter-features.ts';
import type { LetterText } from './letter-text.ts';
import { marginOf } from './linear-svm.ts';
import { rowsOf } from './vocabulary.ts';
import { wordsThatSpeak, type Reason } from './words-that-speak.ts';

export interface RankedLabel {
  readonly label: string;
  /** From 0 to 1; over all labels together 1. Of answers with 0.8, about 80 in 100 are right. */
  readonly confidence: number;
}

export interface Classification extends RankedLabel {
  /** The words of the letter that speak most for the label, strongest first; may be none. */
  readonly why: readonly Reason[];
  /** All labels, likeliest first. */
  readonly ranking: readonly RankedLabel[];
}

/** Suggests; nothing acts on a suggestion by itself. */
export interface Classifier {
  readonly labels: readonly string[];
  /** Letters it was learned from. */
  readonly examples: number;
  /** The likeliest label, without the reasons, which cost as much again. */
  label(letter: LetterText): RankedLabel;
  classify(letter: LetterText): Classification;
  /** For a file or a row of the database; `readClassifier` reads it. */
  toBytes(): Buffer;
}

export function createClassifier(model: ClassifierModel, segmenter: Segmenter): Classifier {
  const rank = (letter: LetterText): RankedLabel[] => {
    const rows = rowsOf([countFeatures(letter, segmenter)], model.vocabulary);
    const margins = Float64Array.from(model.planes, (plane) => marginOf(rows, 0, plane));
    const sure = likelihoods(margins, model.calibration);
    return model.labels
      .map((label, at) => ({ label, confidence: sure[at] ?? 0 }))
      .sort((one, other) => other.confidence - one.confidence);
  };
  return {
    labels: model.labels,
    examples: model.examples,
    label: (letter) => first(rank(letter)),
    classify(letter) {
      const ranking = rank(letter);
      const { label, confidence } = first(ranking);
      const why = wordsThatSpeak(letter, model, model.labels.indexOf(label), segmenter);
      return { label, confidence, why, ranking };
    },
    toBytes: () => packModel(model),
  };
}

function first(ranking: readonly RankedLabel[]): RankedLabel {
  const [best] = ranking;
  if (best === undefined) throw new Error('a classifier has at least two labels');
  return best;
}
