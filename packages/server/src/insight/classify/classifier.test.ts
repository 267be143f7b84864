import { beforeAll, describe, expect, it } from 'vitest';
import type { Classifier } from './classifier.ts';
import { readClassifier } from './read-classifier.ts';
import { inventedLetters } from './testing-letters.ts';
import { trainApart } from './train-apart.ts';
import { TooFewLabels, trainClassifier, type Example } from './train-classifier.ts';

const letters = inventedLetters(400, 7);
const unseen = inventedLetters(200, 8);
let classifier: Classifier;

beforeAll(async () => {
  classifier = await trainClassifier(letters);
});

describe('a classifier', () => {
  it('tells letters apart that it has not seen', () => {
    const right = unseen.filter(({ letter, label }) => classifier.label(letter).label === label);
    expect(right.length / unseen.length).toBeGreaterThan(0.95);
  });

  it('ranks all labels, likeliest first, with confidences that make 1 together', () => {
    for (const { letter } of unseen) {
      const { label, confidence, ranking } = classifier.classify(letter);
      expect(ranking.map((each) => each.label).sort()).toEqual(classifier.labels);
      expect(ranking[0]).toEqual({ label, confidence });
      const confidences = ranking.map((each) => each.confidence);
      expect(confidences).toEqual([...confidences].sort((one, other) => other - one));
      expect(confidences.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
    }
  });

  it('gives as reasons words that stand in the letter, and the ones that matter', () => {
    const letter = { title: '南湖小区垃圾没人清运', body: '夏天臭味很重，请领导关注。' };
    const { label, why } = classifier.classify(letter);
    expect(label).toBe('垃圾');
    expect(why.map(({ words }) => words)).toContain('垃圾');
    expect(why.map(({ words }) => words)).not.toContain('领导');
    for (const { words, field, weight } of why) {
      expect(letter[field]).toContain(words);
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThanOrEqual(1);
    }
  });

  it('quotes a reason as it was written, also in full-width capitals', async () => {
    const twice = (label: string, title: string): Example[] =>
      [1, 2].map(() => ({ label, letter: { title, body: '' } }));
    const small = await trainClassifier([
      ...twice('网络', '移动ＷＩＦＩ太慢'),
      ...twice('水', '停水了'),
    ]);
    const { label, why } = small.classify({ title: 'ＷＩＦＩ又断了', body: '' });
    expect(label).toBe('网络');
    expect(why[0]?.words).toBe('ＷＩＦＩ');
  });

  it('answers to an empty letter too, unsure and without a reason', () => {
    const { confidence, why } = classifier.classify({ title: '', body: '' });
    expect(confidence).toBeLessThan(0.6);
    expect(why).toEqual([]);
  });

  it('looks only at the beginning of a letter that is as long as a book', () => {
    const body = `垃圾没人清运，臭味很重。${'一'.repeat(10_000)}`;
    const short = classifier.label({ title: '', body: body.slice(0, 10_000) });
    expect(classifier.label({ title: '', body: body + '校车超载'.repeat(500_000) })).toEqual(short);
  });

  it('does not mind blanks, width and capitals', () => {
    const plain = classifier.label({ title: '滨河路路灯不亮', body: '已反映3次，见abc网。' });
    const odd = classifier.label({ title: '滨河路 路灯　不亮', body: '已反映３次，见ＡＢＣ网。' });
    expect(odd).toEqual(plain);
  });
});

describe('training', () => {
  it('gives the same from the same examples, in this thread and in another', async () => {
    const [again, apart] = await Promise.all([trainClassifier(letters), trainApart(letters)]);
    expect(again.toBytes().equals(classifier.toBytes())).toBe(true);
    expect(apart.toBytes().equals((await readClassifier(classifier.toBytes())).toBytes())).toBe(
      true,
    );
  });

  it('needs two labels', async () => {
    const alike = letters.filter(({ label }) => label === '垃圾');
    await expect(trainClassifier(alike)).rejects.toThrow(TooFewLabels);
    await expect(trainApart([])).rejects.toThrow(TooFewLabels);
  });

  it('works with two labels, and with one letter of a label', async () => {
    const roads = letters.filter(({ label }) => label === '道路').slice(0, 20);
    const one: Example = { label: '表扬', letter: { title: '感谢信', body: '感谢窗口的热心服务' } };
    const trained = await trainClassifier([...roads, one]);
    expect(trained.labels).toEqual(['表扬', '道路']);
    expect(trained.label(one.letter).label).toBe('表扬');
    expect(trained.label({ title: '路灯不亮', body: '' }).label).toBe('道路');
  });

  it('keeps no more features than it was told, the frequent ones', async () => {
    const trained = await trainClassifier(letters, { mostFeatures: 100 });
    const full = classifier.toBytes().length;
    expect(trained.toBytes().length).toBeLessThan(full / 2);
    const right = unseen.filter(({ letter, label }) => trained.label(letter).label === label);
    expect(right.length / unseen.length).toBeGreaterThan(0.8);
  });
});
