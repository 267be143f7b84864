/** What is measured about letters: how well and how fast they are recognised. */
import { describeComputer, loadNow, type Computer } from '../machine.ts';
import type { ClassificationFigures } from './classification-figures.ts';
import { measureClassification } from './measure-classification.ts';
import { measureFinding, type FindingExtent, type FindingFigures } from './measure-finding.ts';

export interface LettersReport {
  readonly machine: Computer;
  /** Absent where the labelled letters are absent. */
  readonly classification?: ClassificationFigures;
  readonly finding: FindingFigures;
}

/** Sizes of the shelf, and questions of each kind; `quick` only shows that it runs. */
export const findingExtents = {
  full: { counts: [2000, 200_000], questions: 600 },
  quick: { counts: [200, 2000], questions: 40 },
} satisfies Record<string, FindingExtent>;

export async function measureLetters(
  extent: FindingExtent,
  onProgress: (line: string) => void = () => undefined,
): Promise<LettersReport> {
  const machine = describeComputer(loadNow());
  onProgress('classification of letters');
  const classification = await measureClassification();
  onProgress('finding letters');
  const finding = await measureFinding({ ...extent, onProgress });
  return { machine, finding, ...(classification === undefined ? {} : { classification }) };
}
