export { findHotTopics } from './topics/find-hot-topics.ts';
export type {
  HotTopic,
  TopicLetter,
  TopicOptions,
  TopicReasons,
  TrendStep,
} from './topics/letter-topic.ts';
export { measureTopics } from './topics/measure-topics.ts';
export type { Classification, Classifier, RankedLabel } from './classify/classifier.ts';
export { UnreadableModel } from './classify/classifier-model.ts';
export { crossValidate, type Validation } from './classify/cross-validate.ts';
export type { LetterText } from './classify/letter-text.ts';
export { readClassifier } from './classify/read-classifier.ts';
export { trainApart } from './classify/train-apart.ts';
export { TooFewLabels, trainClassifier, type Example } from './classify/train-classifier.ts';
export {
  checkReply,
  type ReplyCheck,
  type ReplyFinding,
  type ReplyFindingCode,
} from './replies/check-reply.ts';
export { draftPoints, unansweredPoints, type DraftPoint } from './replies/draft-points.ts';
export { replyFindingTexts } from './replies/reply-findings.messages.ts';
export { letterIndexPg } from './similar/letter-index.pg.ts';
export type {
  FoundLetter,
  IndexedLetter,
  LetterFilter,
  LetterPlace,
  Shelf,
  ShelfRights,
} from './similar/letter-index.ts';
export type { SimilarLetter, SimilarQuestion } from './similar/find-similar.ts';
export type { LetterSearch } from './similar/search-letters.ts';
export { openLetterFinder, type LetterFinder } from './similar/letter-finder.ts';
