export { writeComment } from './comments.ts';
export type { PublicLetterDeps } from './public-letter-deps.ts';
export { publishedLetter, publishedLetters } from './published-letters.ts';
export { publicLetterRoutes } from './routes.ts';
export { publicLetterRefusals } from './refusals.ts';
export { speakUp } from './speak-up.ts';
