/**
 * Measures the classification of letters in a process of its own, so that its memory is its own.
 * Sends the figures to whoever forked it; null where the letters are absent.
 */
import { crossValidate, trainClassifier } from '../../packages/server/src/insight/index.ts';
import { quantile } from '../statistics.ts';
import { folds, seed, type ClassificationFigures } from './classification-figures.ts';
import { readLabelledLetters } from './labelled-letters.ts';

/** So many letters are judged one by one for the time of one. */
const timed = 2000;

process.send?.(await measured(), undefined, {}, () => process.disconnect());

async function measured(): Promise<ClassificationFigures | null> {
  const startMiB = peakMiB();
  const examples = readLabelledLetters();
  if (examples === undefined) return null;
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const classifier = await trainClassifier(examples);
  const trainSeconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const peak = peakMiB();
  const some = examples.slice(0, timed);
  return {
    letters: examples.length,
    trainSeconds,
    trainCpuSeconds: (user + system) / 1e6,
    peakMiB: peak,
    startMiB,
    modelMiB: classifier.toBytes().length / 2 ** 20,
    perLetterMs: timesOf(some, ({ letter }) => classifier.label(letter)),
    withReasonsMs: timesOf(some, ({ letter }) => classifier.classify(letter)),
    validation: await crossValidate(examples, { folds, seed }),
  };
}

function timesOf<T>(list: readonly T[], judge: (each: T) => unknown): { p50: number; p95: number } {
  const times = list.map((each) => {
    const startedAt = performance.now();
    judge(each);
    return performance.now() - startedAt;
  });
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

function peakMiB(): number {
  return process.resourceUsage().maxRSS / 1024;
}
