/** The report on letters as its part of docs/performance.md, which is also what is printed. */
import { withPart } from '../document-part.ts';
import { table } from '../markdown-table.ts';
import { folds, type ClassificationFigures } from './classification-figures.ts';
import { findingText } from './finding-text.ts';
import type { LettersReport } from './measure-letters.ts';

export const lettersPart = {
  begin: '<!-- bench letters: begin (npm run bench -- letters writes from here) -->',
  end: '<!-- bench letters: end -->',
};

export function lettersText({ machine, classification, finding }: LettersReport): string {
  const where = `Measured on ${machine.measuredOn}: ${machine.cores} cores of \
${machine.processor}, ${machine.memoryGiB} GiB, ${machine.system}; Node ${machine.node}; load \
average before the run ${machine.loadBefore.toFixed(1)}.`;
  return `${[where, classificationText(classification), findingText(finding)].join('\n\n')}\n`;
}

/** @throws Error when the document has lost its markers */
export function withLetters(document: string, report: LettersReport): string {
  return withPart(document, lettersPart, lettersText(report));
}

function classificationText(figures: ClassificationFigures | undefined): string {
  if (figures === undefined) {
    return '### Classification\n\nSkipped: the labelled letters are not beside the project.';
  }
  const { validation, perLetterMs, withReasonsMs } = figures;
  const share = (value: number): string => value.toFixed(3);
  const times = ({ p50, p95 }: { p50: number; p95: number }): string =>
    `${p50.toFixed(2)} / ${p95.toFixed(2)} ms`;
  const overall = table(
    ['Classification', 'measured'],
    [
      [`macro-F1, ${folds} folds, ${figures.letters} letters`, `**${share(validation.macroF1)}**`],
      ['accuracy', share(validation.accuracy)],
      ['a letter labelled, p50 / p95', times(perLetterMs)],
      ['the same with its reasons, p50 / p95', times(withReasonsMs)],
      ['learned from all letters, one core', `${figures.trainSeconds.toFixed(1)} s`],
      ['of which computing', `${figures.trainCpuSeconds.toFixed(1)} s`],
      ['most memory while learning', `${Math.round(figures.peakMiB)} MiB`],
      ['of which Node and the program', `${Math.round(figures.startMiB)} MiB`],
      ['the stored classifier', `${figures.modelMiB.toFixed(1)} MiB`],
    ],
  );
  const byLabel = table(
    ['Label', 'letters', 'precision', 'recall', 'F1'],
    validation.labels.map(({ label, letters, precision, recall, f1 }) => [
      label,
      String(letters),
      share(precision),
      share(recall),
      share(f1),
    ]),
  );
  const bySureness = table(
    ['Confidence from', 'answers', 'mean confidence', 'right'],
    validation.confidence.map(({ from, answers, meanConfidence, rightShare }) => [
      from.toFixed(2),
      String(answers),
      share(meanConfidence),
      share(rightShare),
    ]),
  );
  return `### Classification\n\n${overall}\n\n${byLabel}\n\n${bySureness}`;
}
