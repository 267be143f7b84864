/** A thread of its own: a rehearsal computes for a second, and nobody else is to wait for it. */
import { parentPort, workerData } from 'node:worker_threads';
import { rehearse, type RehearsalModel } from '@yichuang/kernel/rehearsal';

parentPort?.postMessage(rehearse(workerData as RehearsalModel));
