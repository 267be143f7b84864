export { admitAdvice } from './admit-advice.ts';
export { letterAdvice } from './letter-advice.ts';
export type { LetterInsightDeps } from './letter-insight-deps.ts';
export { createLetterModels, TRAINING, type LetterModels } from './letter-models.ts';
export { maskText } from './mask-text.ts';
export { letterInsightRoutes } from './routes.ts';
