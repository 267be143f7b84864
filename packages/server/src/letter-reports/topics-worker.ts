/** A thread of its own: see find-topics-apart.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadSegmenter } from '../catalogue/index.ts';
import { findHotTopics } from '../insight/index.ts';
import type { TopicTask } from './find-topics-apart.ts';

const { letters, options } = workerData as TopicTask;
const segmenter = await loadSegmenter();
const cut = (text: string): string[] => segmenter.cut(text);
parentPort?.postMessage(findHotTopics(letters, { ...options, cut }));
