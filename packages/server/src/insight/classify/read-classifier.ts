import { loadSegmenter } from '../../catalogue/index.ts';
import { createClassifier, type Classifier } from './classifier.ts';
import { unpackModel } from './classifier-model.ts';

/** @throws UnreadableModel when the bytes are not what `Classifier.toBytes` gave */
export async function readClassifier(bytes: Buffer): Promise<Classifier> {
  return createClassifier(unpackModel(bytes), await loadSegmenter());
}
