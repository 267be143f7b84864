import { instant, plainDate } from '@yichuang/kernel/time';
import { describe, expect, it } from 'vitest';
import { loadSegmenter } from '../../catalogue/segment.ts';
import { findHotTopics } from './find-hot-topics.ts';
import type { TopicLetter, TopicOptions } from './letter-topic.ts';

const { cut } = await loadSegmenter();
const options: TopicOptions = {
  fromOn: plainDate('2026-09-07'),
  toOn: plainDate('2026-09-13'),
  most: 10,
  divisions: ['云溪县'],
  cut,
};

let count = 0;
function letter(title: string, more: Partial<TopicLetter> = {}): TopicLetter {
  count++;
  return {
    id: `letter-${String(count).padStart(3, '0')}`,
    title,
    text: '',
    at: instant('2026-09-08T02:00:00.000Z'),
    senderId: `sender-${count}`,
    ...more,
  };
}

/** What else is written in such a week: nothing of it twice. */
const others = [
  '云溪县公交车什么时候换新车',
  '云溪县图书馆周末几点开门',
  '请问新生儿医保怎么办理',
  '云溪县河边的健身器材坏了',
  '老人证在哪里领取',
  '感谢派出所民警帮忙找回手机',
  '云溪县宽带安装收费太贵',
  '退休金计算有误',
].map((title) => letter(title));

const smoke = [
  '云溪县桂花园小区楼下烧烤店油烟扰民',
  '云溪县桂花园小区烧烤店油烟直排',
  '投诉云溪县桂花园烧烤店油烟扰民',
  '云溪县桂花园小区油烟扰民何时能管',
].map((title, i) => letter(title, { at: instant(`2026-09-${10 + (i % 2)}T02:00:00.000Z`) }));

const smokeElsewhere = [
  '云溪县长河路烧烤店油烟扰民',
  '云溪县长河路烧烤店油烟太大',
  '云溪县长河路烧烤店油烟直排',
].map((title) => letter(title));

const road = [
  '云溪县青石镇大桥村道路何时硬化',
  '云溪县青石镇大桥村道路硬化问题',
  '再问云溪县青石镇大桥村道路硬化',
].map((title) => letter(title, { senderId: 'one-resident' }));

const all = [...others, ...smoke, ...smokeElsewhere, ...road];
const ids = (letters: readonly TopicLetter[]): string[] => letters.map(({ id }) => id).sort();

describe('findHotTopics', () => {
  const topics = findHotTopics(all, options);
  const topicWith = (id: string | undefined) =>
    topics.find(({ letterIds }) => id !== undefined && letterIds.includes(id));

  it('groups letters of one place and one matter', () => {
    expect(topicWith(smoke[0]?.id)?.letterIds.toSorted()).toEqual(ids(smoke));
    expect(topicWith(road[0]?.id)?.letterIds.toSorted()).toEqual(ids(road));
  });

  it('keeps the same matter of another place apart', () => {
    expect(topicWith(smokeElsewhere[0]?.id)?.letterIds.toSorted()).toEqual(ids(smokeElsewhere));
  });

  it('names place and matter in the words of the letters', () => {
    const topic = topicWith(smoke[0]?.id);
    expect(topic?.place).toBe('桂花园');
    expect(topic?.concern).toContain('油烟');
    expect(topic?.title).toBe(`桂花园${topic?.concern}`);
  });

  it('puts the most letters first and says what the heat is made of', () => {
    expect(topics[0]?.letterIds.toSorted()).toEqual(ids(smoke));
    expect(topics[0]?.why).toMatchObject({ letters: 4, senders: 4, votes: 0, elsewhere: 0 });
    expect(topics.map(({ heat }) => heat)).toEqual(
      topics.map(({ heat }) => heat).toSorted((a, b) => b - a),
    );
  });

  it('counts each day of a week, also one without letters', () => {
    expect(topicWith(smoke[0]?.id)?.trend.map(({ letters }) => letters)).toEqual([
      0, 0, 0, 2, 2, 0, 0,
    ]);
  });

  it('leaves out letters before and after the period by the civil day of Shanghai', () => {
    const late = letter('云溪县桂花园小区油烟扰民', { at: instant('2026-09-13T16:00:00.000Z') });
    const last = letter('云溪县桂花园小区油烟扰民', { at: instant('2026-09-13T15:59:59.000Z') });
    const found = findHotTopics([...all, late, last], options)[0]?.letterIds;
    expect(found).toContain(last.id);
    expect(found).not.toContain(late.id);
  });

  it('takes one person without a place for no topic, however often he writes', () => {
    const again = Array.from({ length: 6 }, () =>
      letter('建议加快完善政务服务体系建设', { senderId: 'a-frequent-writer' }),
    );
    const found = findHotTopics([...all, ...again], options);
    expect(found.flatMap(({ letterIds }) => letterIds)).not.toContain(again[0]?.id);
  });

  it('gives the same topics whatever the order of the letters', () => {
    expect(findHotTopics(all.toReversed(), options)).toEqual(topics);
  });

  it('has no topic where there are no letters', () => {
    expect(findHotTopics([], options)).toEqual([]);
  });
});
