import { existsSync, readFileSync } from 'node:fs';
import { instantFromMs, plainDate } from '@yichuang/kernel/time';
import { describe, expect, it } from 'vitest';
import { loadSegmenter } from '../../catalogue/segment.ts';
import { findHotTopics } from './find-hot-topics.ts';
import type { TopicLetter } from './letter-topic.ts';
import { measureTopics } from './measure-topics.ts';

const given = new URL('../../../../../../shared/data/letters/messages_hot.jsonl', import.meta.url);
const document = new URL('../../../../../docs/insight.md', import.meta.url);
/** As this export masks the name of the province. */
const maskedProvince = '西地省';
const isGiven = existsSync(given);

interface Message {
  readonly msg_id: number;
  readonly user: string;
  readonly title: string;
  readonly time: string;
  readonly detail: string | null;
  readonly likes: number;
  readonly against: number;
  readonly topic: string | null;
}

describe.runIf(isGiven)('hot topics of the city board (skipped without ../shared)', () => {
  it('agree with the named topics as docs/insight.md says', async () => {
    const messages = readFileSync(given, 'utf8').trim().split('\n').map(messageOf);
    const { cut } = await loadSegmenter();
    const topics = findHotTopics(messages.map(letterOf), {
      fromOn: plainDate('2017-01-01'),
      toOn: plainDate('2020-01-31'),
      most: messages.length,
      divisions: [maskedProvince],
      cut,
    });
    const named = new Map(
      messages.flatMap(({ msg_id, topic }) => (topic === null ? [] : [[`${msg_id}`, topic]])),
    );
    const { f1, precision, recall, strictPrecision, found } = measureTopics(topics, named, 20);
    expect(f1).toBeGreaterThanOrEqual(0.8);
    expect(found.length).toBeGreaterThanOrEqual(15);
    const told = readFileSync(document, 'utf8');
    for (const [what, figure] of Object.entries({
      'pairwise F1': f1.toFixed(3),
      'pairwise precision': precision.toFixed(3),
      'pairwise recall': recall.toFixed(3),
      'precision with unnamed letters': strictPrecision.toFixed(3),
      'topics found in the top 20': `${found.length} of ${new Set(named.values()).size}`,
    })) {
      expect(told).toMatch(new RegExp(`\\| ${what} +\\| ${figure} +\\|`, 'u'));
    }
  });
});

function messageOf(line: string): Message {
  return JSON.parse(line) as Message;
}

function letterOf(message: Message): TopicLetter {
  return {
    id: `${message.msg_id}`,
    title: message.title,
    text: message.detail ?? '',
    at: instantFromMs(Date.parse(`${message.time.replace(' ', 'T')}+08:00`)),
    senderId: message.user,
    likes: message.likes,
    dislikes: message.against,
  };
}
