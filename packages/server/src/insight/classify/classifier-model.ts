import { deflateSync, inflateSync } from 'node:zlib';
import type { Calibration } from './calibration.ts';
import { vocabularyFrom, type Vocabulary } from './vocabulary.ts';

/** All that was learned. */
export interface ClassifierModel {
  readonly labels: readonly string[];
  /** Letters it was learned from. */
  readonly examples: number;
  /** See calibration.ts. */
  readonly calibration: Calibration;
  readonly vocabulary: Vocabulary;
  /** One for each label: a weight for each feature, and last the threshold's. */
  readonly planes: readonly Float32Array[];
}

/** The bytes are not such a model, or one of another version: train it again. */
export class UnreadableModel extends Error {}

const magic = 'yichuang-classifier-1\n';

interface Head {
  readonly labels: readonly string[];
  readonly examples: number;
  readonly calibration: Calibration;
  readonly features: number;
  /** The weight that a step of 1 stands for, for each label. */
  readonly steps: readonly number[];
}

/**
 * Weights as whole numbers of 16 bits, packed: 5,526 letters of seven classes give 2 MB. Hashes are
 * sorted and stored as differences, which pack better.
 */
export function packModel(model: ClassifierModel): Buffer {
  const { vocabulary, planes, labels, examples, calibration } = model;
  const features = vocabulary.hashes.length;
  const steps = planes.map((plane) => greatest(plane) / 32_767 || 1);
  const head: Head = { labels, examples, calibration, features, steps };
  const whole = planes.map((plane, at) =>
    Int16Array.from(plane, (weight) => Math.round(weight / (steps[at] ?? 1))),
  );
  const differences = vocabulary.hashes.map((hash, at) => hash - (vocabulary.hashes[at - 1] ?? 0));
  const headBytes = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(headBytes.length);
  const parts = [differences, vocabulary.rarities, ...whole].map((part) =>
    Buffer.from(part.buffer),
  );
  const packed = deflateSync(Buffer.concat([length, headBytes, ...parts]));
  return Buffer.concat([Buffer.from(magic), packed]);
}

/** @throws UnreadableModel */
export function unpackModel(bytes: Buffer): ClassifierModel {
  const given = bytes.subarray(0, magic.length).toString();
  if (given !== magic) throw new UnreadableModel('these are not the bytes of a classifier');
  const content = inflated(bytes.subarray(magic.length));
  const headLength = content.readUInt32LE();
  // The packing has a checksum, so what unpacks is what packModel wrote.
  const head = JSON.parse(content.subarray(4, 4 + headLength).toString()) as Head;
  const { labels, features, steps } = head;
  // A copy begins at a whole address, as arrays of numbers need.
  let at = 4 + headLength;
  const next = (size: number): ArrayBuffer => {
    const part = Uint8Array.prototype.slice.call(content, at, at + size);
    at += size;
    return part.buffer as ArrayBuffer;
  };
  const hashes = new Uint32Array(next(features * 4));
  hashes.forEach((difference, place) => (hashes[place] = difference + (hashes[place - 1] ?? 0)));
  const rarities = new Float32Array(next(features * 4));
  const planes = labels.map((_, label) =>
    Float32Array.from(new Int16Array(next((features + 1) * 2)), (n) => n * (steps[label] ?? 1)),
  );
  const { examples, calibration } = head;
  return { labels, examples, calibration, vocabulary: vocabularyFrom(hashes, rarities), planes };
}

function inflated(packed: Buffer): Buffer {
  try {
    return inflateSync(packed);
  } catch (error) {
    throw new UnreadableModel('the classifier is damaged', { cause: error });
  }
}

function greatest(plane: Float32Array): number {
  return plane.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
}
