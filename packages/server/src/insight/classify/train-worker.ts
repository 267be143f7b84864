/** A thread of its own: training computes for seconds, and nobody else is to wait for it. */
import { parentPort, workerData } from 'node:worker_threads';
import { trainClassifier, type Example } from './train-classifier.ts';

const classifier = await trainClassifier(workerData as readonly Example[]);
parentPort?.postMessage(classifier.toBytes());
