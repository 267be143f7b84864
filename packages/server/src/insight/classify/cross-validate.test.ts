import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crossValidate } from './cross-validate.ts';
import { inventedLetters } from './testing-letters.ts';
import type { Example } from './train-classifier.ts';

describe('cross-validation', () => {
  it('judges each letter once, and its figures fit together', async () => {
    const examples = inventedLetters(150, 5);
    const { letters, accuracy, macroF1, labels, confidence } = await crossValidate(examples);
    expect(letters).toBe(150);
    expect(labels.reduce((sum, each) => sum + each.letters, 0)).toBe(150);
    expect(confidence.reduce((sum, { answers }) => sum + answers, 0)).toBe(150);
    expect(macroF1).toBeCloseTo(labels.reduce((sum, { f1 }) => sum + f1, 0) / 3, 9);
    for (const { precision, recall, f1 } of labels) {
      expect(f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 9);
    }
    expect(accuracy).toBeGreaterThan(0.9);
  });

  it('is no better than chance where the labels say nothing', async () => {
    const examples = inventedLetters(150, 6).map(({ letter }, at): Example => {
      return { letter, label: at % 2 === 0 ? 'even' : 'odd' };
    });
    const { accuracy } = await crossValidate(examples);
    expect(accuracy).toBeGreaterThan(0.3);
    expect(accuracy).toBeLessThan(0.7);
  });
});

/** Real letters, which may not be copied into the project; beside it where it is developed. */
const realLetters = join(import.meta.dirname, '../../../../../../shared/data/letters');
const path = join(realLetters, 'letters_labelled.jsonl');

describe.skipIf(!existsSync(path))('on 5,526 real letters (skipped where they are absent)', () => {
  it('a confidence is about the share of right answers, and most answers are right', async () => {
    const examples = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, string | null>)
      .map((row): Example => {
        const body = row['detail'] ?? row['tokens'] ?? '';
        return { letter: { title: row['title'] ?? '', body }, label: row['label'] ?? '' };
      });
    // Half of them: the whole is the bench's (npm run bench -- letters), which has the time.
    const half = examples.filter((_, at) => at % 2 === 0);
    const { accuracy, confidence } = await crossValidate(half, { folds: 2, seed: 2020 });
    expect(accuracy).toBeGreaterThan(0.88);
    for (const { answers, meanConfidence, rightShare } of confidence) {
      if (answers >= 100) expect(Math.abs(meanConfidence - rightShare)).toBeLessThan(0.08);
    }
  });
});
