/** What is measured about letters: how well and how fast they are recognised. */
import { describeComputer, loadNow, type Computer } from '../machine.ts';
import type { ClassificationFigures } from './classification-figures.ts';
import { measureClassification } from './measure-classification.ts';

export interface LettersReport {
  readonly machine: Computer;
  /** Absent where the labelled letters are absent. */
  readonly classification?: ClassificationFigures;
}

export async function measureLetters(
  onProgress: (line: string) => void = () => undefined,
): Promise<LettersReport> {
  const machine = describeComputer(loadNow());
  onProgress('classification of letters');
  const classification = await measureClassification();
  return { machine, ...(classification === undefined ? {} : { classification }) };
}
