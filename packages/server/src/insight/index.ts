export { findHotTopics } from './topics/find-hot-topics.ts';
export type { HotTopic, TopicLetter, TopicOptions, TrendStep } from './topics/letter-topic.ts';
export { measureTopics } from './topics/measure-topics.ts';
