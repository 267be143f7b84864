import { describe, expect, it } from 'vitest';
import { UnreadableModel } from './classifier-model.ts';
import { readClassifier } from './read-classifier.ts';
import { inventedLetters } from './testing-letters.ts';
import { trainClassifier } from './train-classifier.ts';

const bytes = await trainClassifier(inventedLetters(120, 3)).then((trained) => trained.toBytes());

describe('a stored classifier', () => {
  it('answers as the one that was stored', async () => {
    const trained = await trainClassifier(inventedLetters(120, 3));
    const read = await readClassifier(bytes);
    expect([read.labels, read.examples]).toEqual([trained.labels, 120]);
    for (const { letter } of inventedLetters(50, 4)) {
      const [one, other] = [trained.classify(letter), read.classify(letter)];
      expect(other.label).toBe(one.label);
      expect(other.confidence).toBeCloseTo(one.confidence, 3);
      expect(other.why.map(({ words }) => words)).toEqual(one.why.map(({ words }) => words));
    }
  });

  it('is refused when it is something else, damaged or cut off', async () => {
    const middle = Math.floor(bytes.length / 2);
    const damaged = Buffer.from(bytes);
    damaged.fill(0xff, middle, middle + 200);
    const others = [
      Buffer.from(''),
      Buffer.from('{"labels":[]}'),
      bytes.subarray(0, middle),
      damaged,
    ];
    for (const other of others) {
      await expect(readClassifier(other)).rejects.toThrow(UnreadableModel);
    }
  });
});
