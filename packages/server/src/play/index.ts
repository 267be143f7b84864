export { playTexts } from './play.messages.ts';
